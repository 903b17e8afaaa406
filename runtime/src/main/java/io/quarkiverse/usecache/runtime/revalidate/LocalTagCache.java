package io.quarkiverse.usecache.runtime.revalidate;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.quarkiverse.usecache.runtime.transaction.AtCommit;
import io.quarkiverse.usecache.runtime.transaction.Transactions;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;

/**
 * Revalidates the entries of this node, when the transaction in progress, if there is one, has committed, and tells the other
 * nodes.
 */
@ApplicationScoped
public class LocalTagCache implements TagCache {

    private final Revalidator revalidator;
    private final EntryStores stores;
    private final InFlight inFlight;
    private final Transactions transactions;
    private final RevalidationEvents events;

    @Inject
    LocalTagCache(Revalidator revalidator, EntryStores stores, InFlight inFlight, Transactions transactions,
            RevalidationEvents events) {
        this.revalidator = revalidator;
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
        requireBlocking("revalidateTag", "revalidateTagAsync");
        return perform(mode, checked(mode, tags)).toCompletableFuture().join();
    }

    @Override
    public Uni<Revalidation> revalidateTagAsync(RevalidationMode mode, String... tags) {
        return Uni.createFrom().completionStage(() -> perform(mode, checked(mode, tags)));
    }

    private CompletionStage<Revalidation> perform(RevalidationMode mode, List<String> tags) {
        Step step = revalidator.begin(mode, tags);
        Runnable event = () -> events.fire(new TagsRevalidated(tags, mode, Origin.LOCAL));
        if (transactions.afterCommit(pending -> pending.add(tags), atCommit(step, event))) {
            return CompletableFuture
                    .completedStage(new Revalidation(tags, mode, 0, !revalidator.tellsOthers(), ""));
        }
        return act(step, event)
                .thenApply(told -> new Revalidation(tags, mode, told.sequence(), told.propagated(), told.token()));
    }

    private static CompletionStage<Told> act(Step step, Runnable afterwards) {
        step.here();
        afterwards.run();
        return step.elsewhere();
    }

    /** The work is done when it is committed: nobody waits for other nodes then. */
    private static AtCommit atCommit(Step step, Runnable afterwards) {
        return new AtCommit() {
            @Override
            public void invalidate() {
                step.here();
            }

            @Override
            public void complete() {
                act(step, afterwards);
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
        EntryStore store = stores.get(cacheName);
        clear(List.of(store), List.of(store.clearTag().tag()));
    }

    @Override
    public void clearAll() {
        clear(List.copyOf(stores.all()), revalidator.tagsOfEverything(stores.clearTags()));
    }

    /**
     * Clearing is a revalidation of what all entries of a cache carry; that also frees their memory comes after it. A thread
     * that must not block does not wait for other nodes.
     */
    private void clear(List<EntryStore> cleared, List<String> tags) {
        Step step = revalidator.begin(RevalidationMode.EXPIRE, tags);
        Runnable freeing = () -> {
            cleared.forEach(EntryStore::discardAll);
            cleared.forEach(inFlight::dropAll);
        };
        if (!transactions.afterCommit(pending -> pending.add(tags), atCommit(step, freeing))) {
            CompletionStage<Told> told = act(step, freeing);
            if (mayBlock()) {
                told.toCompletableFuture().join();
            }
        }
    }

    @Override
    public boolean await(String token) {
        requireBlocking("await", "awaitAsync");
        return revalidator.await(token).toCompletableFuture().join();
    }

    @Override
    public Uni<Boolean> awaitAsync(String token) {
        return Uni.createFrom().completionStage(() -> revalidator.await(token));
    }

    private boolean mayBlock() {
        return !revalidator.tellsOthers() || BlockingOperationControl.isBlockingAllowed();
    }

    private void requireBlocking(String method, String instead) {
        if (!mayBlock()) {
            throw new IllegalStateException("TagCache." + method
                    + " waits for the shared store, which this thread must not do: ["
                    + Thread.currentThread().getName() + "]. Nothing was done. Use " + instead + ", or call it from a method "
                    + "with @Blocking.");
        }
    }
}
