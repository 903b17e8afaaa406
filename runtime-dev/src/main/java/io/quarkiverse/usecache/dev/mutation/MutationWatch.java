package io.quarkiverse.usecache.dev.mutation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.dev.value.ValueTexts;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/**
 * Finds values that were changed after they were cached, which every caller is then given.
 * <p>
 * The JSON of a value is taken on the thread of its load, before the caller has the value: later, the caller's change would be
 * part of what changes are compared to. Only its beginning counts, so that a load is delayed by little. It is compared when the
 * entry is looked at in Dev UI, and at some hits, so few in a second that no application is slowed noticeably.
 */
@Singleton
public class MutationWatch implements CacheListener {

    private static final Logger LOG = Logger.getLogger(MutationWatch.class);
    private static final long BETWEEN_CHECKS = TimeUnit.MILLISECONDS.toNanos(100);

    /** What a value looked like when it was loaded. */
    private static final class Watched {

        private final Object value;
        private final long print;
        private volatile boolean changed;

        Watched(Object value, long print) {
            this.value = value;
            this.print = print;
        }
    }

    private final ValueTexts texts;
    private final Ticker ticker;
    private final Cache<Object, Watched> byEntry = Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();
    private final Set<CachedMethod> reported = ConcurrentHashMap.newKeySet();
    private final AtomicLong nextCheck;

    @Inject
    MutationWatch(ValueTexts texts, Ticker ticker) {
        this.texts = texts;
        this.ticker = ticker;
        this.nextCheck = new AtomicLong(ticker.read());
    }

    @Override
    public void loaded(CachedMethod method, CallKey key, LoadEnded load) {
        if (load.result() != null && load.result().value() != null) {
            Object value = load.result().value();
            texts.print(value).ifPresent(print -> byEntry.put(load.result(), new Watched(value, print)));
        }
    }

    @Override
    public void hit(CallKey key, StoredValue entry) {
        long due = nextCheck.get();
        long now = ticker.read();
        if (now - due >= 0 && nextCheck.compareAndSet(due, now + BETWEEN_CHECKS)) {
            isChanged(entry.method(), entry);
        }
    }

    /** Whether the value of an entry is not what was loaded any more. */
    public boolean isChanged(LiveEntry entry) {
        return isChanged(entry.method(), entry.identity());
    }

    private boolean isChanged(CachedMethod method, Object entry) {
        Watched watched = byEntry.getIfPresent(entry);
        if (watched == null || watched.changed) {
            return watched != null;
        }
        watched.changed = texts.print(watched.value).orElse(watched.print) != watched.print;
        if (watched.changed && reported.add(method)) {
            LOG.warnf("A value of [%s] was changed after it was cached. All callers share it, and are given the changed one. "
                    + "Copy it before you change it, or return what cannot be changed. This is logged once for each method.",
                    method);
        }
        return watched.changed;
    }
}
