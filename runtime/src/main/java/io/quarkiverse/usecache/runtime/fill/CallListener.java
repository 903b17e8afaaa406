package io.quarkiverse.usecache.runtime.fill;

import java.util.List;

import io.quarkiverse.usecache.runtime.key.CallKey;

/**
 * Is told what becomes of calls: each is a hit, a stale hit, a miss or joined another's load. It is told on the thread that
 * makes the call, so it has to be quick and must not throw. Every bean of this type listens.
 */
public interface CallListener {

    /** Nobody listens. */
    CallListener NONE = new CallListener() {
    };

    /**
     * A call is given a fresh value.
     *
     * @param entry the same object for all hits of one value
     */
    default void hit(CachedMethod method, CallKey key, Object entry) {
    }

    /** A call is given a stale value. */
    default void staleHit(CachedMethod method, CallKey key, Object entry) {
    }

    /** A call runs the method. */
    default void miss(CachedMethod method, CallKey key) {
    }

    /** A call is given what another has loaded meanwhile, or its failure. */
    default void joined(CachedMethod method, CallKey key) {
    }

    /** A load has ended, which a call or a refresh began. */
    default void loaded(CachedMethod method, CallKey key, Load load) {
    }

    /** A call inside another has become part of its result. */
    default void nested(CachedMethod outer, CachedMethod inner) {
    }

    /**
     * How a load ended.
     *
     * @param entry the entry that it made, or {@code null} if it failed; it may be gone again
     * @param value what was loaded, or {@code null}
     * @param failure why nothing was, or {@code null}
     * @param refresh whether it ran behind a stale value
     * @param nanos how long it took
     */
    record Load(Object entry, Object value, Throwable failure, boolean refresh, long nanos) {
    }

    /** All of them as one. */
    static CallListener of(List<CallListener> listeners) {
        return listeners.stream().reduce(BothListeners::new).orElse(NONE);
    }
}
