package io.quarkiverse.usecache.runtime.endpoint;

/** What the endpoint can be asked to do. */
public enum Operation {

    REVALIDATE("revalidate", "POST"),
    CLEAR("clear", "POST"),
    CACHES("caches", "GET"),
    TAGS("tags", "GET"),
    ENTRIES("entries", "GET"),
    /** Any other path below the endpoint's. */
    UNKNOWN("*", "");

    /** The path of the endpoint below the non-application or the management root. */
    public static final String ENDPOINT = "use-cache";

    /** The path of what is told for as long as the client listens. */
    public static final String CHANGES = ENDPOINT + "/changes";

    private final String path;
    private final String method;

    Operation(String path, String method) {
        this.path = path;
        this.method = method;
    }

    /** The path below the non-application or the management root. */
    public String path() {
        return ENDPOINT + "/" + path;
    }

    String method() {
        return method;
    }

    /** Whether it changes something, rather than only showing it. */
    boolean changes() {
        return method.equals("POST");
    }

    /** The methods it knows, as {@code Allow} lists them. */
    String allowed() {
        return method.equals("GET") ? "GET, HEAD, OPTIONS" : method + ", OPTIONS";
    }

    boolean allows(String requested) {
        return requested.equals(method) || requested.equals("HEAD") && method.equals("GET");
    }
}
