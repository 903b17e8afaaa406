package io.quarkiverse.usecache.runtime.view;

import java.util.List;

/**
 * The caches as people look at them, through the HTTP endpoint and Dev UI. Everything is computed when it is asked for, by
 * walking the entries, and no correctness rests on it.
 */
public interface CacheView {

    /** The caches that cached methods use, by name. */
    List<CacheSummary> caches();

    /** The names of these caches. */
    List<String> cacheNames();

    /** One page of the tags that live entries carry, by name. */
    TagPage tags(TagQuery query);

    /** One page of the live entries that match, oldest first, and how many match in all. */
    EntryPage entries(EntryQuery query);

    /** @param maximum the configured maximum size or weight */
    record CacheSummary(String name, long entries, long maximum, List<String> functions) {
    }

    /** @param functions the cached methods whose entries carry the tag */
    record TagSummary(String tag, long entries, List<String> functions) {
    }

    /**
     * Which tags.
     *
     * @param text part of the tag, in any case, or {@code null} for all
     * @param limit how many at most, at least one
     */
    record TagQuery(String text, int offset, int limit) {
    }

    /** @param more whether there are tags behind the page */
    record TagPage(boolean more, List<TagSummary> tags) {
    }

    /**
     * Which entries: those with any of the tags, if there are some, of the cache, if one is given.
     *
     * @param cache the cache's name, or {@code null} for all
     */
    record EntryQuery(List<String> tags, String cache, int offset, int limit) {
    }

    record EntryPage(long total, List<EntrySummary> entries) {
    }

    /**
     * One entry.
     *
     * @param ageMillis time since the start of the call that made it
     * @param revalidateMillis up to which age it is fresh
     * @param expireMillis up to which age it may be served, or {@code null} for ever
     * @param value the cached value itself
     */
    record EntrySummary(String cache, String function, String key, List<String> tags, State state, long ageMillis,
            long staleMillis, long revalidateMillis, Long expireMillis, Object value) {
    }

    /** What the next call would find. */
    enum State {
        /** It is served. */
        FRESH,
        /** It is served while it is refreshed. */
        STALE,
        /** A call is loading it. */
        LOADING
    }
}
