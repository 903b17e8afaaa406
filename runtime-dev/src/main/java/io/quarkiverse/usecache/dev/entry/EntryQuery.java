package io.quarkiverse.usecache.dev.entry;

import io.quarkiverse.usecache.dev.PageRange;

/**
 * Which entries to show. What is {@code null} does not restrict them.
 *
 * @param text part of the key, of the method's short name or of a tag, in any case
 * @param tag a tag, exactly
 * @param function a method, by its whole or its short name
 */
record EntryQuery(String text, String tag, String function, String cache, EntryState state, EntrySort sort,
        boolean descending, PageRange range) {

    EntryQuery {
        text = given(text);
        tag = given(tag);
        function = given(function);
        cache = given(cache);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
