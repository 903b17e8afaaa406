package io.quarkiverse.usecache.it.benchmarks.contestant;

/** An argument that is equal to others without being the same object, as those read from requests are. */
public record ProductKey(String shop, String id) {

    /** One that {@link #parse} understands. */
    public static final String TEXT = "shop/product";

    public static ProductKey parse(String text) {
        String[] parts = text.split("/");
        return new ProductKey(parts[0], parts[1]);
    }
}
