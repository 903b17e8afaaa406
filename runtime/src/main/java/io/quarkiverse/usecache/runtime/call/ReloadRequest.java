package io.quarkiverse.usecache.runtime.call;

/** Tells whether the request that makes a call asks for everything to be loaded anew. */
@FunctionalInterface
public interface ReloadRequest {

    /** No request can ask for that. */
    ReloadRequest NEVER = () -> false;

    boolean isPresent();
}
