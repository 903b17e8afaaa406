package io.quarkiverse.usecache.runtime.revalidate;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.TagsRevalidated.Origin;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.quarkiverse.usecache.runtime.transaction.AtCommit;
import io.quarkiverse.usecache.runtime.transaction.Transactions;
import io.smallrye.mutiny.Uni;

/** Revalidates the entries of this node, when the transaction in progress, if there is one, has committed. */
@ApplicationScoped
public class LocalTagCache implements TagCache {

    /** The sequence of a revalidation that has not taken place yet. */
    private static final long NOT_YET = 0;

    private final RevalidationClock clock;
    private final EntryStores stores;
    private final InFlight inFlight;
    private final Transactions transactions;
    private final RevalidationEvents events;

    @Inject
    LocalTagCache(RevalidationClock clock, EntryStores stores, InFlight inFlight, Transactions transactions,
            RevalidationEvents events) {
        this.clock = clock;
        this.stores = stores;
        this.inFlight = inFlight;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public Revalidation revalidateTag(String... tags) {
        return revalidateTag(RevalidationMode.EXPIRE, tags);
    }

    @Override
    public Revalidation revalidateTag(RevalidationMode mode, String... tags) {
        List<String> distinct = checked(mode, tags);
        boolean deferred = transactions.afterCommit(pending -> pending.add(distinct),
                atCommit(() -> clock.revalidate(mode, distinct), () -> perform(mode, distinct)));
        return new Revalidation(distinct, mode, deferred ? NOT_YET : perform(mode, distinct), true);
    }

    @Override
    public Uni<Revalidation> revalidateTagAsync(RevalidationMode mode, String... tags) {
        return Uni.createFrom().item(() -> revalidateTag(mode, tags));
    }

    private long perform(RevalidationMode mode, List<String> tags) {
        long sequence = clock.revalidate(mode, tags);
        events.fire(new TagsRevalidated(tags, mode, Origin.LOCAL));
        return sequence;
    }

    private static AtCommit atCommit(Runnable invalidation, Runnable completion) {
        return new AtCommit() {
            @Override
            public void invalidate() {
                invalidation.run();
            }

            @Override
            public void complete() {
                completion.run();
            }
        };
    }

    private static List<String> checked(RevalidationMode mode, String... tags) {
        if (mode == null) {
            throw new IllegalArgumentException("The mode must not be null. Use RevalidationMode.EXPIRE or STALE.");
        }
        if (tags == null || tags.length == 0) {
            throw new IllegalArgumentException("There is no tag to revalidate. Give at least one.");
        }
        for (String tag : tags) {
            String problem = TagRule.problemWith(tag);
            if (problem != null) {
                throw new IllegalArgumentException("Nothing was revalidated: " + problem + ".");
            }
        }
        return Arrays.stream(tags).distinct().toList();
    }

    @Override
    public void clear(String cacheName) {
        clear(List.of(stores.get(cacheName)));
    }

    @Override
    public void clearAll() {
        clear(List.copyOf(stores.all()));
    }

    /** Clearing is a revalidation of what all entries of a cache carry; that also frees their memory comes after it. */
    private void clear(List<EntryStore> cleared) {
        List<String> tags = cleared.stream().map(store -> store.clearTag().tag()).toList();
        Runnable expiry = () -> clock.revalidate(RevalidationMode.EXPIRE, tags);
        Runnable clearing = () -> {
            expiry.run();
            cleared.forEach(EntryStore::discardAll);
            cleared.forEach(inFlight::dropAll);
        };
        if (!transactions.afterCommit(pending -> pending.add(tags), atCommit(expiry, clearing))) {
            clearing.run();
        }
    }
}
