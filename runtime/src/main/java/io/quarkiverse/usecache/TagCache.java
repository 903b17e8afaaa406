package io.quarkiverse.usecache;

import io.smallrye.mutiny.Uni;

/**
 * Revalidates tags and clears caches from code: inject it anywhere, no request is needed. Thread-safe.
 * <p>
 * <b>After a revalidation has returned, no call that begins later on this JVM gets a value whose load began before it.</b>
 * It costs the same however many entries carry the tag, and a tag that nobody has costs nothing.
 * <p>
 * Inside a JTA transaction every operation acts after the commit and is dropped on rollback; until then cached calls in that
 * transaction do not read entries with these tags, and what they load is not stored.
 * <p>
 * A tag that is {@code null}, empty, longer than 256 characters or has a control character, and a call without tags, throw
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
     * @throws IllegalArgumentException if no cached method uses that cache; the message names those there are
     */
    void clear(String cacheName);

    /** Drops every entry of every cache, calls in flight included. */
    void clearAll();

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
