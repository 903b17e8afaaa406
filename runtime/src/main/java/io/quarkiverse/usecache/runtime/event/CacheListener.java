package io.quarkiverse.usecache.runtime.event;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;

/**
 * Is told what becomes of calls, each of which is a hit, a stale hit, a miss, or joined another's load, and what becomes of
 * entries. It is told on the thread on which it happens, so it has to be quick. Every bean of this type listens; one that
 * throws changes nothing for the call, nor for other listeners.
 */
public interface CacheListener {

    /** Whether it is told of anything at all, asked once: a cache with nobody to tell does without some of the work. */
    default boolean listens() {
        return true;
    }

    /** Whether it is told of fresh values too, which costs every call that is given one. */
    default boolean hearsHits() {
        return true;
    }

    /** A call is given a fresh value. */
    default void hit(CallKey key, StoredValue entry) {
    }

    /** A call is given a stale value. */
    default void staleHit(CallKey key, StoredValue entry) {
    }

    /** A call runs the method. */
    default void miss(CachedMethod method, CallKey key) {
    }

    /** A call is given what another has loaded meanwhile, or its failure. */
    default void joined(CachedMethod method, CallKey key) {
    }

    /** The same with what the call is given, or {@code null} for a failure. */
    default void joined(CachedMethod method, CallKey key, StoredValue result) {
        joined(method, key);
    }

    /** A load has ended, which a call or a refresh began, and nobody has its result yet. */
    default void loaded(CachedMethod method, CallKey key, LoadEnded ended) {
    }

    /** A call inside another has become part of its result. */
    default void nested(CachedMethod outer, CachedMethod inner) {
    }

    /** An entry goes into its cache, which may have no room for it. */
    default void stored(CallKey key, StoredValue entry) {
    }

    /** An entry has left its cache, which may be long after it could be served for the last time. */
    default void removed(CallKey key, StoredValue entry, Removal cause) {
    }
}
