package io.quarkiverse.usecache.dev.entry;

import java.util.function.Predicate;

import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.dev.function.FunctionNames.Name;
import io.quarkiverse.usecache.runtime.fill.LiveEntry;

/** Finds the entries that a query asks for; what costs most is looked at last. */
record EntryFilter(EntryQuery query, FunctionNames names) implements Predicate<LiveEntry> {

    @Override
    public boolean test(LiveEntry entry) {
        return (query.cache() == null || query.cache().equals(entry.cache()))
                && (query.function() == null || isOf(names.of(entry.method())))
                && (query.state() == null || query.state() == EntryState.of(entry))
                && (query.tag() == null || entry.hasTag(query.tag()::equals))
                && (query.text() == null || isAbout(entry));
    }

    private boolean isOf(Name name) {
        return query.function().equals(name.id()) || query.function().equals(name.brief());
    }

    private boolean isAbout(LiveEntry entry) {
        return contains(names.of(entry.method()).brief()) || contains(KeyText.of(entry.callKey()))
                || entry.hasTag(this::contains);
    }

    /** Without a copy of the text in small letters, for there are many. */
    private boolean contains(String text) {
        String part = query.text();
        for (int i = 0; i <= text.length() - part.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
