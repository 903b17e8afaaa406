package io.quarkiverse.usecache.dev.entry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.fill.LiveEntries;
import io.quarkiverse.usecache.runtime.fill.LiveEntry;

/** Finds and orders entries. */
@Singleton
public class EntryRows {

    /** @param rank what it is ordered by, made once */
    private record Row(LiveEntry entry, Comparable<?> rank) {
    }

    /** @param total how many match in all */
    record Found(long total, List<LiveEntry> page) {
    }

    private final LiveEntries live;
    private final FunctionNames names;
    private final EntryHits hits;

    @Inject
    EntryRows(LiveEntries live, FunctionNames names, EntryHits hits) {
        this.live = live;
        this.names = names;
        this.hits = hits;
    }

    Found find(EntryQuery query) {
        Stream<LiveEntry> matching = live.all().filter(new EntryFilter(query, names));
        List<LiveEntry> all = query.sort() == null ? matching.toList() : ordered(matching, query);
        return new Found(all.size(), query.range().cut(all));
    }

    private List<LiveEntry> ordered(Stream<LiveEntry> matching, EntryQuery query) {
        Comparator<Row> order = order();
        return matching.map(entry -> new Row(entry, rank(entry, query.sort())))
                .sorted(query.descending() ? order.reversed() : order).map(Row::entry).toList();
    }

    /** All ranks of one query are of one type. */
    @SuppressWarnings("unchecked")
    private static Comparator<Row> order() {
        return Comparator.comparing(row -> (Comparable<Object>) row.rank());
    }

    private Comparable<?> rank(LiveEntry entry, EntrySort sort) {
        return switch (sort) {
            case KEY -> KeyText.of(entry.callKey());
            case FUNCTION -> names.of(entry.method()).number();
            case AGE -> entry.age();
            case HITS -> hits.of(entry);
            case STATE -> EntryState.of(entry);
        };
    }
}
