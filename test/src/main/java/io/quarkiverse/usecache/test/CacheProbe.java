package io.quarkiverse.usecache.test;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;

import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.test.SeenCall.What;
import io.quarkus.arc.Unremovable;

/**
 * Tells what becomes of calls of cached methods: of all, or {@linkplain #of of one method}. To be injected into a
 * {@code @QuarkusTest}.
 * <p>
 * Calls of all threads count, so that a request that the test sends counts like a call that it makes; so does what the
 * application calls meanwhile by itself. The counts begin anew with each test, ahead of its {@code @BeforeEach} methods.
 * Thread-safe.
 */
@Singleton
@Unremovable
public class CacheProbe {

    private final CallRecorder recorder;
    private final ProbedCache cache;
    private final Predicate<MethodId> methods;
    private final String name;

    @Inject
    CacheProbe(CallRecorder recorder, ProbedCache cache) {
        this(recorder, cache, method -> true, "all cached methods");
    }

    private CacheProbe(CallRecorder recorder, ProbedCache cache, Predicate<MethodId> methods, String name) {
        this.recorder = recorder;
        this.cache = cache;
        this.methods = methods;
        this.name = name;
    }

    /**
     * A probe that looks at one method alone.
     *
     * @param bean the class of the bean, or the one that declares the method
     * @param method the method's name
     * @param parameterTypes tell methods of the same name apart; without any, all of that name count
     * @throws IllegalArgumentException if there is no such cached method; the message names those of the class
     */
    public CacheProbe of(Class<?> bean, String method, Class<?>... parameterTypes) {
        MethodChoice choice = MethodChoice.of(bean, method, parameterTypes);
        cache.requireOne(choice);
        return new CacheProbe(recorder, cache, choice, choice.toString());
    }

    /** How many calls were given a fresh value. */
    public long hits() {
        return count(What.HIT);
    }

    /** How many calls were given a stale value. */
    public long staleHits() {
        return count(What.STALE_HIT);
    }

    /** How often a method ran to load a value, whether it failed or not; refreshes behind stale values count too. */
    public long loads() {
        return count(What.LOAD) + count(What.REFRESH);
    }

    private long count(What what) {
        return recorder.count(what, methods);
    }

    /** The entries that a call could be given now, in no order. */
    public List<CachedEntry> entries() {
        return cache.entries(methods);
    }

    /**
     * Waits for the loads under way, such as refreshes behind stale values.
     *
     * @throws AssertionError if one takes longer than 10 seconds
     */
    public void awaitLoads() {
        cache.awaitLoads(methods, Duration.ofSeconds(10));
    }

    /**
     * Fails unless the action makes calls and each of them, those inside others too, is given a fresh value.
     *
     * @return what the action returns
     */
    public <T> T assertHit(ThrowingSupplier<T> action) {
        return watch(action, "nothing but hits", calls -> calls.areAll(What.HIT));
    }

    /** As {@link #assertHit(ThrowingSupplier)}, for an action that returns nothing. */
    public void assertHit(Executable action) {
        assertHit(returningNothing(action));
    }

    /**
     * Fails unless the action makes a call that is given a stale value. The refresh behind it may run on:
     * {@link #awaitLoads}.
     *
     * @return what the action returns
     */
    public <T> T assertStaleHit(ThrowingSupplier<T> action) {
        return watch(action, "a stale hit", calls -> calls.include(What.STALE_HIT));
    }

    /** As {@link #assertStaleHit(ThrowingSupplier)}, for an action that returns nothing. */
    public void assertStaleHit(Executable action) {
        assertStaleHit(returningNothing(action));
    }

    /**
     * Fails unless the action makes a call that runs the method. To get what another call loads meanwhile, or what a shared
     * store has, is no load, and neither is a refresh behind a stale value.
     *
     * @return what the action returns
     */
    public <T> T assertLoad(ThrowingSupplier<T> action) {
        return watch(action, "a load", calls -> calls.include(What.LOAD));
    }

    /** As {@link #assertLoad(ThrowingSupplier)}, for an action that returns nothing. */
    public void assertLoad(Executable action) {
        assertLoad(returningNothing(action));
    }

    private static ThrowingSupplier<Void> returningNothing(Executable action) {
        return () -> {
            action.execute();
            return null;
        };
    }

    private <T> T watch(ThrowingSupplier<T> action, String expected, Predicate<SeenCalls> expectation) {
        SeenCalls calls = new SeenCalls(methods);
        T result = recorder.watch(calls, action);
        if (!expectation.test(calls)) {
            throw calls.unlike(expected, name);
        }
        return result;
    }
}
