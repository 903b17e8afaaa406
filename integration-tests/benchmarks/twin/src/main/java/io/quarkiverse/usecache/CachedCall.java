package io.quarkiverse.usecache;

/** Does nothing. */
public final class CachedCall {

    private CachedCall() {
    }

    public static void cacheTag(String... tags) {
    }
}
