package io.quarkiverse.usecache.runtime.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;

/** A cached method that counts its executions. */
final class TestMethod {

    @FunctionalInterface
    interface Body {
        Object run(Object argument) throws Exception;
    }

    final AtomicInteger executions = new AtomicInteger();
    private final CallAdapter adapter;
    private final CachedMethod method;
    private final Body body;

    TestMethod(CallAdapters adapters, CachedMethod method, Body body) {
        this.adapter = adapters.forKind(method.descriptor().returns());
        this.method = method;
        this.body = body;
    }

    Object call() throws Exception {
        return call("key");
    }

    Object call(Object argument) throws Exception {
        return call(invocation(argument));
    }

    Object call(FakeInvocation invocation) throws Exception {
        return adapter.call(invocation, method, method.key(invocation));
    }

    Object bypass(Object argument) throws Exception {
        FakeInvocation invocation = invocation(argument);
        return adapter.bypass(invocation, method, method.key(invocation));
    }

    /** Waits, inside a body, until so many others wait for the load that it is part of. */
    static void awaitJoiners(int count) {
        Fill fill = FillScope.current().fill();
        long start = System.nanoTime();
        while (fill.done().getNumberOfDependents() < count) {
            assertThat(System.nanoTime() - start).as("nobody joins").isLessThan(Duration.ofSeconds(20).toNanos());
            Thread.yield();
        }
    }

    FakeInvocation invocation(Object argument) {
        return new FakeInvocation(all -> {
            executions.incrementAndGet();
            return body.run(((Object[]) all)[0]);
        }, argument);
    }

    @SuppressWarnings("unchecked")
    Uni<Object> uni(Object argument) throws Exception {
        return (Uni<Object>) call(argument);
    }

    CachedMethod method() {
        return method;
    }
}
