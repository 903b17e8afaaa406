package io.quarkiverse.usecache.runtime.fill;

import io.quarkiverse.usecache.runtime.key.CallKey;

/** Two listeners, which may be several again. */
record BothListeners(CallListener first, CallListener second) implements CallListener {

    @Override
    public void hit(CachedMethod method, CallKey key, Object entry) {
        first.hit(method, key, entry);
        second.hit(method, key, entry);
    }

    @Override
    public void staleHit(CachedMethod method, CallKey key, Object entry) {
        first.staleHit(method, key, entry);
        second.staleHit(method, key, entry);
    }

    @Override
    public void miss(CachedMethod method, CallKey key) {
        first.miss(method, key);
        second.miss(method, key);
    }

    @Override
    public void joined(CachedMethod method, CallKey key) {
        first.joined(method, key);
        second.joined(method, key);
    }

    @Override
    public void loaded(CachedMethod method, CallKey key, Load load) {
        first.loaded(method, key, load);
        second.loaded(method, key, load);
    }

    @Override
    public void nested(CachedMethod outer, CachedMethod inner) {
        first.nested(outer, inner);
        second.nested(outer, inner);
    }
}
