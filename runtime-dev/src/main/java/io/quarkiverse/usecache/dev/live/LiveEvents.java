package io.quarkiverse.usecache.dev.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.dev.function.FunctionNames.Name;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.SharedMethods;

/** Passes events on to the open pages. While none is open, an event costs one look at an empty list. */
@Singleton
public class LiveEvents implements CacheListener {

    private final FunctionNames names;
    private final boolean shared;
    private final List<EventBuffer> buffers = new CopyOnWriteArrayList<>();
    private final LongAdder revalidations = new LongAdder();

    @Inject
    LiveEvents(FunctionNames names, Instance<SharedMethods> shared) {
        this(names, shared.isResolvable());
    }

    /** @param shared whether there is a shared store */
    LiveEvents(FunctionNames names, boolean shared) {
        this.names = names;
        this.shared = shared;
    }

    void attach(EventBuffer buffer) {
        buffers.add(buffer);
    }

    void detach(EventBuffer buffer) {
        buffers.remove(buffer);
    }

    LiveCounts counts() {
        return LiveCounts.of(names.ordered(), revalidations.sum(), shared);
    }

    @Override
    public void hit(CallKey key, StoredValue entry) {
        call(EventKind.HIT, entry.method(), key, null);
    }

    @Override
    public void staleHit(CallKey key, StoredValue entry) {
        call(EventKind.STALE_HIT, entry.method(), key, null);
    }

    @Override
    public void miss(CachedMethod method, CallKey key) {
        call(EventKind.MISS, method, key, null);
    }

    @Override
    public void joined(CachedMethod method, CallKey key) {
        call(EventKind.JOINED, method, key, null);
    }

    @Override
    public void loaded(CachedMethod method, CallKey key, LoadEnded load) {
        call(kindOf(load), method, key, load);
    }

    private static EventKind kindOf(LoadEnded load) {
        if (load.fromElsewhere()) {
            return EventKind.SHARED_HIT;
        }
        EventKind kind = load.failure() == null ? EventKind.LOAD : EventKind.LOAD_FAILED;
        return load.refresh() ? EventKind.REFRESH : kind;
    }

    private void call(EventKind kind, CachedMethod method, CallKey key, LoadEnded load) {
        if (!buffers.isEmpty()) {
            long now = System.currentTimeMillis();
            Double millis = load == null ? null : load.nanos() / (double) TimeUnit.MILLISECONDS.toNanos(1);
            String failure = load == null || load.failure() == null ? null : load.failure().getClass().getName();
            tell(kind, () -> event(now, kind, names.of(method), KeyText.of(key), millis, failure));
        }
    }

    private static LiveEvent event(long now, EventKind kind, Name name, String key, Double millis, String failure) {
        return new LiveEvent(now, kind, name.id(), name.brief(), key, millis, failure, null, null, null);
    }

    void revalidated(@ObservesAsync TagsRevalidated event) {
        revalidations.increment();
        long now = System.currentTimeMillis();
        tell(EventKind.REVALIDATION, () -> new LiveEvent(now, EventKind.REVALIDATION, null, null, null, null, null,
                event.tags(), event.origin(), event.mode()));
    }

    private void tell(EventKind kind, Supplier<LiveEvent> event) {
        buffers.forEach(buffer -> buffer.add(kind, event));
    }
}
