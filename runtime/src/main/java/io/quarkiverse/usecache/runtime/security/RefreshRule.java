package io.quarkiverse.usecache.runtime.security;

/** Tells refreshes that can run behind a call from those that need a caller. */
@FunctionalInterface
public interface RefreshRule {

    /** No refresh needs a caller. */
    RefreshRule NONE = failure -> false;

    /** Whether a refresh failed because nobody is there whose identity it could use. */
    boolean needsCaller(Throwable failure);
}
