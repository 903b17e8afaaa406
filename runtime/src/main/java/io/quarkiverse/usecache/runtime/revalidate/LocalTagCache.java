package io.quarkiverse.usecache.runtime.revalidate;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.TagsRevalidated.Origin;
import io.quarkiverse.usecache.runtime.keyed.KeyedCalls;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.smallrye.mutiny.Uni;

/** What applications ask for: revalidations, cleared caches, and values under keys of theirs. */
@ApplicationScoped
public class LocalTagCache implements TagCache, Clearing {

    private final Revalidations revalidations;
    private final CacheClearing clearing;
    private final Revalidator revalidator;
    private final RevalidationEvents events;
    private final KeyedCalls keyed;

    @Inject
    LocalTagCache(Revalidations revalidations, CacheClearing clearing, Revalidator revalidator, RevalidationEvents events,
            KeyedCalls keyed) {
        this.revalidations = revalidations;
        this.clearing = clearing;
        this.revalidator = revalidator;
        this.events = events;
        this.keyed = keyed;
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
        return revalidations.begin(mode, tags, () -> events.fire(new TagsRevalidated(tags, mode, Origin.LOCAL)))
                .thenApply(told -> new Revalidation(tags, mode, told.sequence(), told.propagated(), told.token()));
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
        clearing.clear(cacheName);
    }

    @Override
    public CompletionStage<Boolean> clearing(String cacheName) {
        return clearing.clearing(cacheName);
    }

    @Override
    public void clearAll() {
        clearing.clearAll();
    }

    @Override
    public CompletionStage<Boolean> clearingAll() {
        return clearing.clearingAll();
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

    private void requireBlocking(String method, String instead) {
        if (!revalidations.mayWait()) {
            throw new IllegalStateException("TagCache." + method
                    + " waits for the shared store, which this thread must not do: ["
                    + Thread.currentThread().getName() + "]. Nothing was done. Use " + instead + ", or call it from a method "
                    + "with @Blocking.");
        }
    }
}
