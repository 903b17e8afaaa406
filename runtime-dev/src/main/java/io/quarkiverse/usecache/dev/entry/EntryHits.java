package io.quarkiverse.usecache.dev.entry;

import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/** Counts how often each value was handed out, for as long as it is cached. */
@Singleton
public class EntryHits implements CacheListener {

    private final Cache<Object, LongAdder> byEntry = Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    @Override
    public void hit(CallKey key, StoredValue entry) {
        byEntry.get(entry, first -> new LongAdder()).increment();
    }

    @Override
    public void staleHit(CallKey key, StoredValue entry) {
        hit(key, entry);
    }

    long of(LiveEntry entry) {
        LongAdder hits = byEntry.getIfPresent(entry.identity());
        return hits == null ? 0 : hits.sum();
    }
}
