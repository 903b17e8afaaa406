package io.quarkiverse.usecache.runtime.fill;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.key.CallKey;

/** Counts what becomes of the calls of each method. */
@Singleton
public class CallCounter implements CallListener {

    @Override
    public void hit(CachedMethod method, CallKey key, Object entry) {
        method.statistics().hit();
    }

    @Override
    public void staleHit(CachedMethod method, CallKey key, Object entry) {
        method.statistics().staleHit();
    }

    @Override
    public void miss(CachedMethod method, CallKey key) {
        method.statistics().miss();
    }

    @Override
    public void joined(CachedMethod method, CallKey key) {
        method.statistics().join();
    }

    @Override
    public void loaded(CachedMethod method, CallKey key, Load load) {
        method.statistics().load(load.failure() != null);
    }
}
