package io.quarkiverse.usecache.runtime.http;

/** Where the endpoint is. */
public final class EndpointPath {

    static final String NAME = "use-cache";

    private EndpointPath() {
    }

    /**
     * The endpoint's absolute path on the application's own interface.
     *
     * @param root {@code quarkus.http.root-path}
     * @param nonApplicationRoot {@code quarkus.http.non-application-root-path}, relative to the other if it has no leading
     *        slash
     */
    public static String below(String root, String nonApplicationRoot) {
        return nonApplicationRoot.startsWith("/") ? below(nonApplicationRoot) : below(root + "/" + nonApplicationRoot);
    }

    /**
     * The endpoint's absolute path below one root.
     *
     * @param root such as {@code quarkus.management.root-path}
     */
    public static String below(String root) {
        return directory(root) + NAME;
    }

    /** A root with one slash at either end. */
    static String directory(String root) {
        return ("/" + root + "/").replaceAll("/+", "/");
    }
}
