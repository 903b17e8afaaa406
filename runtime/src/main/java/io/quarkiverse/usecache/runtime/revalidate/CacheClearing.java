package io.quarkiverse.usecache.runtime.revalidate;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;

/** Clearing is a revalidation of what all entries of a cache carry; that also frees their memory comes after it. */
@Singleton
public class CacheClearing {

    private final Revalidations revalidations;
    private final Revalidator revalidator;
    private final EntryStores stores;
    private final InFlight inFlight;
    private final Set<String> configured;

    @Inject
    CacheClearing(Revalidations revalidations, Revalidator revalidator, EntryStores stores, InFlight inFlight,
            UseCacheConfig config) {
        this.revalidations = revalidations;
        this.revalidator = revalidator;
        this.stores = stores;
        this.inFlight = inFlight;
        this.configured = config.caches().keySet();
    }

    /** Waits for the other nodes, if the thread may. */
    public void clear(String cacheName) {
        await(clearing(cacheName));
    }

    void clearAll() {
        await(clearingAll());
    }

    /** Expires what carries reserved tags, which nobody is told of but other nodes. */
    public void drop(List<String> reserved) {
        await(expire(reserved, () -> {
        }));
    }

    private void await(CompletionStage<Boolean> told) {
        if (revalidations.mayWait()) {
            told.toCompletableFuture().join();
        }
    }

    /** @return whether the other nodes are told */
    CompletionStage<Boolean> clearing(String cacheName) {
        EntryStore store = configured.contains(cacheName) ? stores.named(cacheName) : stores.get(cacheName);
        return expire(List.of(store.clearTag().tag()), () -> free(List.of(store)));
    }

    /** @return whether the other nodes are told */
    CompletionStage<Boolean> clearingAll() {
        List<EntryStore> all = List.copyOf(stores.all());
        return expire(revalidator.tagsOfEverything(tagsOf(all)), () -> freeAll(all));
    }

    private CompletionStage<Boolean> expire(List<String> tags, Runnable freeing) {
        return revalidations.begin(RevalidationMode.EXPIRE, tags, freeing).thenApply(Told::propagated);
    }

    private static List<String> tagsOf(List<EntryStore> cleared) {
        return cleared.stream().map(store -> store.clearTag().tag()).toList();
    }

    /** Caches that have come meanwhile may hold what was loaded before. */
    private void freeAll(List<EntryStore> cleared) {
        free(cleared);
        List<EntryStore> later = stores.all().stream().filter(store -> !cleared.contains(store)).toList();
        if (!later.isEmpty()) {
            revalidations.beginNow(RevalidationMode.EXPIRE, tagsOf(later),
                    () -> freeAll(Stream.concat(cleared.stream(), later.stream()).toList()));
        }
    }

    private void free(List<EntryStore> cleared) {
        cleared.forEach(EntryStore::discardAll);
        cleared.forEach(inFlight::dropAll);
    }
}
