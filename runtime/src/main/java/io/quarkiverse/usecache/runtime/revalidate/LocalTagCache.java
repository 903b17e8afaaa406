package io.quarkiverse.usecache.runtime.revalidate;

import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.TagsRevalidated.Origin;
import io.quarkiverse.usecache.runtime.fill.SlotStores;
import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.quarkiverse.usecache.runtime.transaction.Transactions;
import io.smallrye.mutiny.Uni;

/** Revalidates the entries of this node, when the transaction in progress, if there is one, has committed. */
@ApplicationScoped
public class LocalTagCache implements TagCache {

    /** The sequence of a revalidation that has not taken place yet. */
    private static final long NOT_YET = 0;

    private final Revalidations revalidations;
    private final SlotStores stores;
    private final Transactions transactions;
    private final Event<TagsRevalidated> events;

    @Inject
    LocalTagCache(Revalidations revalidations, SlotStores stores, Transactions transactions, Event<TagsRevalidated> events) {
        this.revalidations = revalidations;
        this.stores = stores;
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
        boolean deferred = transactions.afterCommit(pending -> pending.addTags(distinct), () -> perform(mode, distinct));
        return new Revalidation(distinct, mode, deferred ? NOT_YET : perform(mode, distinct), true);
    }

    @Override
    public Uni<Revalidation> revalidateTagAsync(RevalidationMode mode, String... tags) {
        return Uni.createFrom().item(() -> revalidateTag(mode, tags));
    }

    private long perform(RevalidationMode mode, List<String> tags) {
        long sequence = revalidations.revalidate(mode, tags);
        events.fireAsync(new TagsRevalidated(tags, mode, Origin.LOCAL));
        return sequence;
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
        stores.get(cacheName);
        if (!transactions.afterCommit(pending -> pending.addCache(cacheName), () -> stores.clear(cacheName))) {
            stores.clear(cacheName);
        }
    }

    @Override
    public void clearAll() {
        if (!transactions.afterCommit(pending -> pending.addAll(), stores::clearAll)) {
            stores.clearAll();
        }
    }
}
