package io.quarkiverse.usecache.runtime.event;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;

/**
 * Counts what becomes of calls, and tells all listeners. Nothing that a listener throws, an error included, reaches the call or
 * the load: it is logged once for each listener's class.
 */
public final class CacheListeners {

    private static final Logger LOG = Logger.getLogger(CacheListeners.class);

    private final CacheListener[] listeners;
    private final CacheListener[] ofHits;
    private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();

    public CacheListeners(List<? extends CacheListener> listeners) {
        this.listeners = listeners.stream().filter(CacheListener::listens).toArray(CacheListener[]::new);
        this.ofHits = Stream.of(this.listeners).filter(CacheListener::hearsHits).toArray(CacheListener[]::new);
    }

    /** Whether there is no listener but the counters. */
    public boolean isEmpty() {
        return listeners.length == 0;
    }

    public void hit(CallKey key, StoredValue entry) {
        entry.method().statistics().hit();
        if (ofHits.length != 0) {
            tell(ofHits, listener -> listener.hit(key, entry));
        }
    }

    public void staleHit(CallKey key, StoredValue entry) {
        entry.method().statistics().staleHit();
        if (!isEmpty()) {
            tell(listener -> listener.staleHit(key, entry));
        }
    }

    public void miss(CachedMethod method, CallKey key) {
        method.statistics().miss();
        if (!isEmpty()) {
            tell(listener -> listener.miss(method, key));
        }
    }

    /** @param result {@code null} for a failure */
    public void joined(CachedMethod method, CallKey key, StoredValue result) {
        method.statistics().join();
        if (!isEmpty()) {
            tell(listener -> listener.joined(method, key, result));
        }
    }

    public void loaded(CachedMethod method, CallKey key, LoadEnded ended) {
        if (ended.fromElsewhere()) {
            method.statistics().sharedHit();
        } else {
            method.statistics().load(ended.failure() != null);
        }
        if (!isEmpty()) {
            tell(listener -> listener.loaded(method, key, ended));
        }
    }

    public void nested(CachedMethod outer, CachedMethod inner) {
        if (!isEmpty()) {
            tell(listener -> listener.nested(outer, inner));
        }
    }

    public void stored(CallKey key, StoredValue entry) {
        if (!isEmpty()) {
            tell(listener -> listener.stored(key, entry));
        }
    }

    public void removed(CallKey key, StoredValue entry, Removal cause) {
        if (!isEmpty()) {
            tell(listener -> listener.removed(key, entry, cause));
        }
    }

    private void tell(Consumer<CacheListener> event) {
        tell(listeners, event);
    }

    private void tell(CacheListener[] some, Consumer<CacheListener> event) {
        for (CacheListener listener : some) {
            try {
                event.accept(listener);
            } catch (Throwable failure) {
                report(listener, failure);
            }
        }
    }

    private void report(CacheListener listener, Throwable failure) {
        try {
            if (failed.add(listener.getClass())) {
                LOG.errorf(failure, "The listener [%s] failed. Calls go on without it. This is logged once for each class.",
                        listener.getClass().getName());
            }
        } catch (Throwable e) {
            // Not even the log may break a load, which would stay in flight for ever: perhaps the stack is used up.
        }
    }
}
