package io.quarkiverse.usecache;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import io.smallrye.mutiny.Uni;

/**
 * Revalidates tags, clears caches and caches values from code: inject it anywhere, no request is needed. Thread-safe.
 * <p>
 * <b>After a revalidation has returned, no call that begins later on this JVM gets a value whose load began before it.</b>
 * It costs the same however many entries carry the tag, and a tag that nobody has costs nothing.
 * <p>
 * Inside a JTA transaction every operation acts after the commit and is dropped on rollback; until then cached calls in that
 * transaction do not read entries with these tags, and what they load is not stored.
 * <p>
 * A tag that is {@code null}, empty, longer than 256 characters or has a control character or an unpaired surrogate, and a call
 * without tags, throw
 * {@link IllegalArgumentException} and revalidate nothing.
 */
public interface TagCache {

    /**
     * Drops every entry that carries one of the tags, all tags in one step.
     *
     * @param tags the tags, at least one
     * @return what was done
     */
    Revalidation revalidateTag(String... tags);

    /**
     * Drops every entry that carries one of the tags, or marks it stale, all tags in one step.
     *
     * @param mode what becomes of the entries
     * @param tags the tags, at least one
     * @return what was done
     */
    Revalidation revalidateTag(RevalidationMode mode, String... tags);

    /**
     * As {@link #revalidateTag(RevalidationMode, String...)}, without blocking the caller on a shared store. The revalidation
     * takes place on subscription, once for each.
     *
     * @param mode what becomes of the entries
     * @param tags the tags, at least one
     * @return what was done, or the failure
     */
    Uni<Revalidation> revalidateTagAsync(RevalidationMode mode, String... tags);

    /**
     * Drops every entry of one cache, calls in flight included.
     *
     * @param cacheName the name given in {@link UseCache#value()}
     * @throws IllegalArgumentException if there is no such cache; the message names those there are. A cache that no cached
     *         method uses is there once {@link #get} has been called with it, or if the configuration names it
     */
    void clear(String cacheName);

    /** Drops every entry of every cache, calls in flight included. */
    void clearAll();

    /**
     * Caches what has no method to annotate. It is a cached call like that of a method: one of the callers that ask at the same
     * time runs the loader and the others wait for it, {@link CachedCall#cacheTag} and {@link CachedCall#cacheLife} act on its
     * result, its tags reach the cached call around it, and a stale value is refreshed behind its callers, by the loader that
     * the call gave that found it stale. The loader must not depend on anything but the key, and what it takes from its caller
     * must still be good then.
     * <p>
     * Entries are for all callers: where they differ by user, the user belongs into the key. An entry stays on this node,
     * because its type is not known; {@link #get(String, Object, Class, Callable)} is for a shared store. Values of different
     * types are different entries.
     *
     * @param cacheName the cache, which is made at the first call and does not end: a constant of the code, never what a user
     *        sent; {@link UseCache#value()} may name the same
     * @param key what distinguishes the value from others of the cache, with {@code equals} and {@code hashCode}, or an array,
     *        or {@code null}; it must not change. What users send belongs here: entries have a bound
     * @param loader makes the value; {@code null} is cached, a failure is not
     * @return the value
     * @throws Exception what the loader throws, as it is
     * @throws IllegalArgumentException if the cache's name is {@code null} or empty, or the loader is {@code null}
     */
    <T> T get(String cacheName, Object key, Callable<T> loader) throws Exception;

    /**
     * As {@link #get(String, Object, Callable)}, for a cache in a shared store too.
     *
     * @param type the type of the value, which a codec has to write and read
     */
    <T> T get(String cacheName, Object key, Class<T> type, Callable<T> loader) throws Exception;

    /**
     * As {@link #get(String, Object, Class, Callable)}, for a generic type:
     * {@code new TypeLiteral<List<Product>>() {}}.
     *
     * @param type the type of the value, which a codec has to write and read
     */
    <T> T get(String cacheName, Object key, TypeLiteral<T> type, Callable<T> loader) throws Exception;

    /**
     * As {@link #get(String, Object, Callable)}, without blocking the caller: the entry is looked up on each subscription, and
     * no thread waits for a load. It shares its entries with {@code get}.
     *
     * @param loader makes the value; it is not cancelled by a subscriber of the result
     * @return the value, or the loader's failure
     */
    <T> Uni<T> getAsync(String cacheName, Object key, Supplier<Uni<T>> loader);

    /**
     * As {@link #getAsync(String, Object, Supplier)}, for a cache in a shared store too.
     *
     * @param type the type of the value, which a codec has to write and read
     */
    <T> Uni<T> getAsync(String cacheName, Object key, Class<T> type, Supplier<Uni<T>> loader);

    /**
     * As {@link #getAsync(String, Object, Class, Supplier)}, for a generic type.
     *
     * @param type the type of the value, which a codec has to write and read
     */
    <T> Uni<T> getAsync(String cacheName, Object key, TypeLiteral<T> type, Supplier<Uni<T>> loader);

    /**
     * Looks whether a revalidation that took place on any node acts on this one, and asks the shared store once if it does not
     * yet. When it does, no call that begins later on this node gets a value whose load began before it. Without a shared store
     * it does on the node it took place on.
     *
     * @param token that of a {@link Revalidation}; any other text is of a revalidation that is not known
     * @return whether it acts here; if not, the store is away, or has lost it, and cached values may be older
     * @throws IllegalStateException on a thread that must not block; use {@link #awaitAsync} there
     */
    boolean await(String token);

    /**
     * As {@link #await}, without blocking the caller.
     *
     * @param token that of a {@link Revalidation}
     * @return whether it acts here
     */
    Uni<Boolean> awaitAsync(String token);
}
