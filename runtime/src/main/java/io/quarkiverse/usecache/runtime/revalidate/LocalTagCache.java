package io.quarkiverse.usecache.runtime.revalidate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.TagsRevalidated.Origin;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.keyed.KeyedCalls;
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
public class LocalTagCache implements TagCache, Clearing {

    private final Revalidator revalidator;
    private final EntryStores stores;
    private final InFlight inFlight;
    private final Transactions transactions;
    private final RevalidationEvents events;
    private final KeyedCalls keyed;
    private final Set<String> configured;

    @Inject
    LocalTagCache(Revalidator revalidator, EntryStores stores, InFlight inFlight, Transactions transactions,
            RevalidationEvents events, KeyedCalls keyed, UseCacheConfig config) {
        this.revalidator = revalidator;
        this.stores = stores;
        this.inFlight = inFlight;
        this.transactions = transactions;
        this.events = events;
        this.keyed = keyed;
        this.configured = config.caches().keySet();
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
                step.here();
                afterwards.run();
                step.committed();
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
        awaitIfAllowed(clearing(cacheName));
    }

    @Override
    public CompletionStage<Boolean> clearing(String cacheName) {
        EntryStore store = configured.contains(cacheName) ? stores.named(cacheName) : stores.get(cacheName);
        return clear(List.of(store.clearTag().tag()), () -> free(List.of(store)));
    }

    @Override
    public void clearAll() {
        awaitIfAllowed(clearingAll());
    }

    @Override
    public CompletionStage<Boolean> clearingAll() {
        List<EntryStore> all = List.copyOf(stores.all());
        return clear(revalidator.tagsOfEverything(tagsOf(all)), () -> freeAll(all));
    }

    private static List<String> tagsOf(List<EntryStore> cleared) {
        return cleared.stream().map(store -> store.clearTag().tag()).toList();
    }

    /** Caches that have come meanwhile may hold what was loaded before. */
    private void freeAll(List<EntryStore> cleared) {
        free(cleared);
        List<EntryStore> later = stores.all().stream().filter(store -> !cleared.contains(store)).toList();
        if (!later.isEmpty()) {
            act(revalidator.begin(RevalidationMode.EXPIRE, tagsOf(later)),
                    () -> freeAll(Stream.concat(cleared.stream(), later.stream()).toList()));
        }
    }

    private void free(List<EntryStore> cleared) {
        cleared.forEach(EntryStore::discardAll);
        cleared.forEach(inFlight::dropAll);
    }

    /** Clearing is a revalidation of what all entries of a cache carry; that also frees their memory comes after it. */
    private CompletionStage<Boolean> clear(List<String> tags, Runnable freeing) {
        Step step = revalidator.begin(RevalidationMode.EXPIRE, tags);
        return transactions.afterCommit(pending -> pending.add(tags), atCommit(step, freeing))
                ? CompletableFuture.completedStage(!revalidator.tellsOthers())
                : act(step, freeing).thenApply(Told::propagated);
    }

    /** A thread that must not block does not wait for other nodes. */
    private void awaitIfAllowed(CompletionStage<Boolean> told) {
        if (mayBlock()) {
            told.toCompletableFuture().join();
        }
    }

    /** Expires what carries reserved tags, which nobody is told of but other nodes. */
    public void drop(List<String> reserved) {
        awaitIfAllowed(clear(reserved, () -> {
        }));
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

    @Override
    public <T> T get(String cacheName, Object key, Callable<T> loader) throws Exception {
        return keyed.value(cacheName, key, null, loader);
    }

    @Override
    public <T> T get(String cacheName, Object key, Class<T> type, Callable<T> loader) throws Exception {
        return keyed.value(cacheName, key, required(type), loader);
    }

    @Override
    public <T> T get(String cacheName, Object key, TypeLiteral<T> type, Callable<T> loader) throws Exception {
        return keyed.value(cacheName, key, required(type).getType(), loader);
    }

    @Override
    public <T> Uni<T> getAsync(String cacheName, Object key, Supplier<Uni<T>> loader) {
        return keyed.deferred(cacheName, key, null, loader);
    }

    @Override
    public <T> Uni<T> getAsync(String cacheName, Object key, Class<T> type, Supplier<Uni<T>> loader) {
        return keyed.deferred(cacheName, key, required(type), loader);
    }

    @Override
    public <T> Uni<T> getAsync(String cacheName, Object key, TypeLiteral<T> type, Supplier<Uni<T>> loader) {
        return keyed.deferred(cacheName, key, required(type).getType(), loader);
    }

    private static <T> T required(T type) {
        if (type == null) {
            throw new IllegalArgumentException(
                    "The type must not be null. Leave it out for an entry that stays on its node.");
        }
        return type;
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
