package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.usecache.algorithm.TestInvocation;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Call;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.smallrye.mutiny.Uni;

/** A cached method that counts its executions. */
public final class TestMethod {

    @FunctionalInterface
    public interface Body {
        Object run(Object argument) throws Exception;
    }

    public final AtomicInteger executions = new AtomicInteger();
    private final TestCache cache;
    private final CallAdapter adapter;
    private final CachedFunction function;
    private final Body body;

    public TestMethod(TestCache cache, CachedFunction function, Body body) {
        this.cache = cache;
        this.adapter = cache.adapters.forKind(function.method().descriptor().returns());
        this.function = function;
        this.body = body;
    }

    public Object call() throws Exception {
        return call("key");
    }

    public Object call(Object argument) throws Exception {
        return call(invocation(argument));
    }

    public Object call(TestInvocation invocation) throws Exception {
        return adapter.call(invocation, function, function.key(invocation));
    }

    public Object bypass(Object argument) throws Exception {
        TestInvocation invocation = invocation(argument);
        return adapter.bypass(invocation, function, function.key(invocation));
    }

    public Object reload(Object argument) throws Exception {
        TestInvocation invocation = invocation(argument);
        return adapter.reload(invocation, function, function.key(invocation));
    }

    /** Waits, inside a body, until so many others wait for the load that it is part of. */
    public static void awaitJoiners(int count) {
        Load load = LoadScope.current().load();
        long start = System.nanoTime();
        while (load.waiters() < count) {
            assertThat(System.nanoTime() - start).as("nobody joins").isLessThan(Duration.ofSeconds(20).toNanos());
            Thread.yield();
        }
    }

    /** What a call decides that has waited, for one load or for two, when it is told how the last one ended. */
    Decision afterWaiting(boolean again, Object argument, Outcome outcome) {
        Decision.Join join = new Decision.Join(null, 0, Decision.End.GO_ALONE,
                new Decision.Waited(again, Long.MAX_VALUE, 0));
        return cache.afterWait().ended(join, outcome, toCall(argument));
    }

    /** A call outside any load. */
    public Call toCall(Object argument) {
        TestInvocation invocation = invocation(argument);
        return new Call(function, function.key(invocation), invocation, null);
    }

    public TestInvocation invocation(Object argument) {
        return new TestInvocation(all -> {
            executions.incrementAndGet();
            return body.run(all[0]);
        }, argument);
    }

    @SuppressWarnings("unchecked")
    public Uni<Object> uni(Object argument) throws Exception {
        return (Uni<Object>) call(argument);
    }

    public CachedMethod method() {
        return function.method();
    }
}
