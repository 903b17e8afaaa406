package io.quarkiverse.usecache.runtime.security;

/** Tells refreshes that can run behind a call from those that need a caller. */
@FunctionalInterface
public interface RefreshRule {

    /** No refresh needs a caller. */
    RefreshRule NONE = failure -> false;

    /** Whether a refresh failed because it runs without a caller, and so without an identity. */
    boolean needsCaller(Throwable failure);
}
