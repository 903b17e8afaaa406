package io.quarkiverse.usecache.runtime.intercept;

/** Tells whether the request that makes a call wants everything to be loaded anew. */
@FunctionalInterface
public interface ReloadWish {

    /** No request can want that. */
    ReloadWish NEVER = () -> false;

    boolean isPresent();
}
