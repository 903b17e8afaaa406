package io.quarkiverse.usecache.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.function.ThrowingSupplier;

import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.test.SeenCall.What;
import io.quarkus.arc.Unremovable;

/** Counts what becomes of calls since the test began, and tells those who watch. */
@Singleton
@Unremovable
class CallRecorder implements CacheListener {

    private record Counted(What what, MethodId method) {
    }

    private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();
    private final List<Consumer<SeenCall>> watching = new CopyOnWriteArrayList<>();

    void forget() {
        counts.clear();
    }

    long count(What what, Predicate<MethodId> methods) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().what() == what && methods.test(count.getKey().method()))
                .mapToLong(count -> count.getValue().sum()).sum();
    }

    /** Runs an action while somebody watches. */
    <T> T watch(Consumer<SeenCall> watcher, ThrowingSupplier<T> action) {
        watching.add(watcher);
        try {
            return action.get();
        } catch (Throwable failure) {
            throw CallRecorder.<RuntimeException> asItIs(failure);
        } finally {
            watching.remove(watcher);
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X asItIs(Throwable failure) throws X {
        throw (X) failure;
    }

    private void saw(What what, CachedMethod method, CallKey key) {
        MethodId id = method.descriptor().id();
        counts.computeIfAbsent(new Counted(what, id), first -> new LongAdder()).increment();
        watching.forEach(watcher -> watcher.accept(new SeenCall(what, id, key)));
    }

    @Override
    public void hit(CallKey key, StoredValue entry) {
        saw(What.HIT, entry.method(), key);
    }

    @Override
    public void staleHit(CallKey key, StoredValue entry) {
        saw(What.STALE_HIT, entry.method(), key);
    }

    @Override
    public void miss(CachedMethod method, CallKey key) {
        saw(What.MISS, method, key);
    }

    @Override
    public void joined(CachedMethod method, CallKey key) {
        saw(What.JOINED, method, key);
    }

    @Override
    public void loaded(CachedMethod method, CallKey key, LoadEnded ended) {
        saw(ended.fromElsewhere() ? What.FOUND_IN_STORE : ended.refresh() ? What.REFRESH : What.LOAD, method, key);
    }
}
