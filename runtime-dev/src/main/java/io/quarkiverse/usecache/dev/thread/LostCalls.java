package io.quarkiverse.usecache.dev.thread;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.method.CachedMethod;

/**
 * Reports cached calls that seem to be part of a load on another thread, which does not get their tags, once for each method.
 * Nothing joins the two threads, so that it shows only where the call is made on a thread that is not Quarkus', while the
 * thread of a load waits for other threads. The first calls of a method are looked at, because that takes the stacks of
 * threads.
 */
@Singleton
public class LostCalls implements CacheListener {

    private static final Logger LOG = Logger.getLogger(LostCalls.class);
    private static final int LOOKED_AT = 100;

    private record Loading(CachedMethod method, Thread thread) {
    }

    private final Map<CallKey, Loading> loading = new ConcurrentHashMap<>();
    private final Map<CachedMethod, AtomicInteger> looks = new ConcurrentHashMap<>();

    @Override
    public void hit(CallKey key, StoredValue entry) {
        look(entry.method());
    }

    @Override
    public void staleHit(CallKey key, StoredValue entry) {
        look(entry.method());
    }

    @Override
    public void joined(CachedMethod method, CallKey key) {
        look(method);
    }

    @Override
    public void miss(CachedMethod method, CallKey key) {
        look(method);
        loading.put(key, new Loading(method, Thread.currentThread()));
    }

    @Override
    public void loaded(CachedMethod method, CallKey key, LoadEnded ended) {
        loading.remove(key);
    }

    private void look(CachedMethod method) {
        Thread here = Thread.currentThread();
        if (!loading.isEmpty() && !ThreadKinds.isOfQuarkus(here) && LoadScope.current() == null) {
            AtomicInteger times = looks.computeIfAbsent(method, looked -> new AtomicInteger());
            if (times.get() < LOOKED_AT && times.incrementAndGet() <= LOOKED_AT) {
                loading.values().stream().filter(load -> load.thread() != here && ThreadKinds.waitsForOthers(load.thread()))
                        .findFirst().ifPresent(load -> report(method, here, load, times));
            }
        }
    }

    private static void report(CachedMethod method, Thread here, Loading load, AtomicInteger times) {
        if (times.getAndSet(LOOKED_AT) < LOOKED_AT) {
            LOG.warnf(
                    "The cached method [%s] was called on the thread [%s], which knows nothing of cached calls, while [%s] was "
                            + "loading and waited for other threads. If that made the call, its result does not get the tags of this "
                            + "one. Use a ManagedExecutor, or tag the result itself. This is logged once for each method.",
                    method,
                    here.getName(), load.method());
        }
    }
}
