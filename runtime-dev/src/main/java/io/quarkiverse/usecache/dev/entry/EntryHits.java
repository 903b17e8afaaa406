package io.quarkiverse.usecache.dev.entry;

import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.fill.CallListener;
import io.quarkiverse.usecache.runtime.fill.LiveEntry;
import io.quarkiverse.usecache.runtime.key.CallKey;

/** Counts how often each value was handed out, for as long as it is cached. */
@Singleton
public class EntryHits implements CallListener {

    private final Cache<Object, LongAdder> byEntry = Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    @Override
    public void hit(CachedMethod method, CallKey key, Object entry) {
        byEntry.get(entry, first -> new LongAdder()).increment();
    }

    @Override
    public void staleHit(CachedMethod method, CallKey key, Object entry) {
        hit(method, key, entry);
    }

    long of(LiveEntry entry) {
        LongAdder hits = byEntry.getIfPresent(entry.identity());
        return hits == null ? 0 : hits.sum();
    }
}
