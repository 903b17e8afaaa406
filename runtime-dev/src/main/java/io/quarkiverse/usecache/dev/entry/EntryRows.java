package io.quarkiverse.usecache.dev.entry;

import java.util.Comparator;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.view.LiveEntries;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/** Finds and orders entries. */
@Singleton
public class EntryRows {

    /**
     * @param rank what it is ordered by, made once
     * @param number its place among all, which decides between equal ones
     */
    private record Row(LiveEntry entry, Comparable<?> rank, int number) {
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
        List<LiveEntry> all = live.all().filter(new EntryFilter(query, names)).toList();
        return new Found(all.size(), query.sort() == null ? query.range().cut(all) : ordered(all, query));
    }

    private List<LiveEntry> ordered(List<LiveEntry> all, EntryQuery query) {
        Row[] rows = new Row[all.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(all.get(i), rank(all.get(i), query.sort()), i);
        }
        Comparator<Row> byRank = query.descending() ? byRank().reversed() : byRank();
        return new PageSort<>(rows, byRank.thenComparingInt(Row::number)).page(query.range()).stream().map(Row::entry).toList();
    }

    /** All ranks of one query are of one type. */
    @SuppressWarnings("unchecked")
    private static Comparator<Row> byRank() {
        return Comparator.comparing(row -> (Comparable<Object>) row.rank());
    }

    private Comparable<?> rank(LiveEntry entry, EntrySort sort) {
        return switch (sort) {
            case KEY -> KeyRank.of(entry.callKey());
            case FUNCTION -> new FunctionRank(names.of(entry.method()).number(), KeyRank.of(entry.callKey()));
            case AGE -> entry.age();
            case HITS -> hits.of(entry);
            case STATE -> EntryState.of(entry);
        };
    }
}
