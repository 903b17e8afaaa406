package io.quarkiverse.usecache.dev.entry;

import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.dev.Choice;
import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.dev.PageRange;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.dev.function.FunctionNames.Name;
import io.quarkiverse.usecache.dev.mutation.MutationWatch;
import io.quarkiverse.usecache.dev.value.ShownValue;
import io.quarkiverse.usecache.dev.value.ValueTexts;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.view.LiveEntry;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;

/** Answers what Dev UI asks of single entries. */
@ApplicationScoped
public class EntriesJsonRpcService {

    private final EntryRows rows;
    private final EntryIds ids;
    private final FunctionNames names;
    private final EntryHits hits;
    private final Predicate<LiveEntry> mutated;
    private final ValueTexts values;

    @Inject
    EntriesJsonRpcService(EntryRows rows, EntryIds ids, FunctionNames names, EntryHits hits, Instance<MutationWatch> watch,
            ValueTexts values) {
        this.rows = rows;
        this.ids = ids;
        this.names = names;
        this.hits = hits;
        this.mutated = watch.isResolvable() ? watch.get()::isChanged : entry -> false;
        this.values = values;
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("List live entries of the caches, page by page: method, key, tags, state, age and life. "
            + "Leave a filter empty to not restrict the list")
    public EntryPage entries(
            @JsonRpcDescription("Part of the key, of the method's short name or of a tag, in any case; empty for all") String text,
            @JsonRpcDescription("A tag that the entries carry; empty for all") String tag,
            @JsonRpcDescription("A method, as 'function' or 'method' of the functions tool names it; empty for all") String function,
            @JsonRpcDescription("The name of a cache; empty for all") String cache,
            @JsonRpcDescription("fresh, stale, expiring or loading; empty for all") String state,
            @JsonRpcDescription("What to order by: key, function and then key, age, hits or state; empty for any order") String sort,
            @JsonRpcDescription("Whether the greatest comes first") Boolean descending,
            @JsonRpcDescription("How many matching entries to leave out first") Integer offset,
            @JsonRpcDescription("How many entries to list, at most 1000; 0 for 50") Integer limit) {
        EntryRows.Found found = rows.find(new EntryQuery(text, tag, function, cache,
                Choice.of(EntryState.class, "state", state).orElse(null),
                Choice.of(EntrySort.class, "sort", sort).orElse(null),
                Boolean.TRUE.equals(descending), PageRange.of(offset, limit)));
        return new EntryPage(found.total(), found.page().stream().map(this::shown).toList());
    }

    private ShownEntry shown(LiveEntry entry) {
        Name name = names.of(entry.method());
        Life life = entry.life();
        return new ShownEntry(ids.of(entry), entry.cache(), name.id(), name.brief(), KeyText.of(entry.callKey()), entry.tags(),
                EntryState.of(entry), millis(entry.age()), millis(life.stale()), millis(life.revalidate()),
                life.expire() == Life.FOR_EVER ? null : millis(life.expire()), hits.of(entry), entry.fromElsewhere(),
                mutated.test(entry));
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Show the value of one entry as JSON")
    public ShownValue entryValue(@JsonRpcDescription("The entry's id, as the entries tool gives it") String id) {
        return ids.find(id).map(entry -> values.shown(entry.value())).orElse(ShownValue.GONE);
    }

    @JsonRpcDescription("Drop one entry, so that the next call with its key loads it. Answers whether it was still there")
    public boolean evict(@JsonRpcDescription("The entry's id, as the entries tool gives it") String id) {
        return ids.find(id).map(LiveEntry::evict).orElse(false);
    }
}
