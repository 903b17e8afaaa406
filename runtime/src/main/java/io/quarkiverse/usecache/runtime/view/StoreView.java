package io.quarkiverse.usecache.runtime.view;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethods;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;

/** Computes what people see by walking the live entries. */
@ApplicationScoped
public class StoreView implements CacheView {

    private final EntryStores stores;
    private final CachedMethods methods;
    private final LiveEntries live;

    @Inject
    StoreView(EntryStores stores, CachedMethods methods, LiveEntries live) {
        this.stores = stores;
        this.methods = methods;
        this.live = live;
    }

    @Override
    public List<CacheSummary> caches() {
        return stores.all().stream().map(this::summary).toList();
    }

    private CacheSummary summary(EntryStore store) {
        List<String> functions = methods.all().stream().filter(method -> method.descriptor().cache().equals(store.name()))
                .map(CachedMethod::toString)
                .distinct().sorted().toList();
        return new CacheSummary(store.name(), live.of(store).count(), store.maximum(), functions);
    }

    @Override
    public List<String> cacheNames() {
        return stores.all().stream().map(EntryStore::name).toList();
    }

    @Override
    public TagPage tags(TagQuery query) {
        TagCounts counts = new TagCounts(query);
        live.all().forEach(entry -> counts.add(entry.tags(), entry.method()));
        return counts.page();
    }

    @Override
    public EntryPage entries(EntryQuery query) {
        PageCollector<LiveEntry> page = new PageCollector<>(Comparator.comparingLong(LiveEntry::age).reversed(), query.offset(),
                query.limit());
        Set<String> tags = Set.copyOf(query.tags());
        live.all().filter(entry -> matches(entry, query, tags)).forEach(page);
        return new EntryPage(page.total(), page.page().stream().map(StoreView::summary).toList());
    }

    private static boolean matches(LiveEntry entry, EntryQuery query, Set<String> tags) {
        return (query.cache() == null || query.cache().equals(entry.cache()))
                && (tags.isEmpty() || entry.hasTag(tags::contains));
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
