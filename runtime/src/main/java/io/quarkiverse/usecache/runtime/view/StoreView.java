package io.quarkiverse.usecache.runtime.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.fill.CachedMethods;
import io.quarkiverse.usecache.runtime.fill.LiveEntries;
import io.quarkiverse.usecache.runtime.fill.LiveEntry;
import io.quarkiverse.usecache.runtime.fill.SlotStore;
import io.quarkiverse.usecache.runtime.fill.SlotStores;
import io.quarkiverse.usecache.runtime.life.Life;

/** Computes what people see by walking the live entries. */
@ApplicationScoped
public class StoreView implements CacheView {

    private final SlotStores stores;
    private final CachedMethods methods;
    private final LiveEntries live;

    @Inject
    StoreView(SlotStores stores, CachedMethods methods, LiveEntries live) {
        this.stores = stores;
        this.methods = methods;
        this.live = live;
    }

    @Override
    public List<CacheSummary> caches() {
        return stores.all().stream().map(this::summary).toList();
    }

    private CacheSummary summary(SlotStore store) {
        List<String> functions = methods.all().stream().filter(method -> method.store() == store).map(CachedMethod::toString)
                .distinct().sorted().toList();
        return new CacheSummary(store.name(), live.of(store).count(), store.maximum(), functions);
    }

    @Override
    public List<TagSummary> tags() {
        Map<String, List<LiveEntry>> byTag = new TreeMap<>();
        live.all().forEach(entry -> entry.tags().forEach(tag -> byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(entry)));
        return byTag.entrySet().stream().map(tagged -> summary(tagged.getKey(), tagged.getValue())).toList();
    }

    private static TagSummary summary(String tag, List<LiveEntry> entries) {
        Set<String> functions = new TreeSet<>();
        entries.forEach(entry -> functions.add(entry.function()));
        return new TagSummary(tag, entries.size(), List.copyOf(functions));
    }

    @Override
    public EntryPage entries(EntryQuery query) {
        Set<String> tags = new LinkedHashSet<>(query.tags());
        List<LiveEntry> matching = live.all()
                .filter(entry -> query.cache() == null || query.cache().equals(entry.cache()))
                .filter(entry -> tags.isEmpty() || entry.tags().stream().anyMatch(tags::contains))
                .sorted(Comparator.comparingLong(LiveEntry::age).reversed())
                .toList();
        List<EntrySummary> page = matching.stream().skip(query.offset()).limit(query.limit()).map(StoreView::summary).toList();
        return new EntryPage(matching.size(), page);
    }

    private static EntrySummary summary(LiveEntry entry) {
        Life life = entry.life();
        return new EntrySummary(entry.cache(), entry.function(), entry.key(), entry.tags(), entry.state(), millis(entry.age()),
                millis(life.stale()), millis(life.revalidate()), life.expire() == Life.FOR_EVER ? null : millis(life.expire()),
                entry.value());
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
