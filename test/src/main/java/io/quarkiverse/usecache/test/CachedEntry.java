package io.quarkiverse.usecache.test;

import java.util.List;

/**
 * An entry that a call could be given now.
 *
 * @param key the arguments that distinguish it, as Dev UI shows them
 * @param tags those that it carries
 * @param state what the next call would find
 * @param value the cached value itself, {@code null} while the first one is loaded
 */
public record CachedEntry(String key, List<String> tags, State state, Object value) {

    /** What the next call would find. */
    public enum State {
        /** It is given the value. */
        FRESH,
        /** It is given the value, which is refreshed behind it. */
        STALE,
        /** Another call is loading it. */
        LOADING
    }
}
