package io.quarkiverse.usecache.dev.entry;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.dev.function.FunctionNames.Name;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/** Finds the entries that a query asks for. Names are looked at once, and of an entry first what costs least. */
final class EntryFilter implements Predicate<LiveEntry> {

    private final EntryQuery query;
    private final TextPart text;
    private final Set<CachedMethod> wanted;
    private final Set<CachedMethod> named;

    EntryFilter(EntryQuery query, FunctionNames names) {
        this.query = query;
        this.text = query.text() == null ? null : new TextPart(query.text());
        this.wanted = methods(names, name -> query.function() == null || query.function().equals(name.id())
                || query.function().equals(name.brief()));
        this.named = methods(names, name -> text == null || text.isIn(name.brief()));
    }

    private static Set<CachedMethod> methods(FunctionNames names, Predicate<Name> wanted) {
        return names.ordered().stream().filter(method -> wanted.test(names.of(method))).collect(Collectors.toSet());
    }

    @Override
    public boolean test(LiveEntry entry) {
        return (query.cache() == null || query.cache().equals(entry.cache()))
                && wanted.contains(entry.method())
                && (query.state() == null || query.state() == EntryState.of(entry))
                && (query.tag() == null || entry.hasTag(query.tag()::equals))
                && (named.contains(entry.method()) || entry.hasTag(text::isIn) || text.isIn(KeyText.of(entry.callKey())));
    }
}
