package io.quarkiverse.usecache.runtime.fill;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;

/** Calls of methods that return the value itself, on the caller's thread. */
final class ValueCalls implements CallAdapter {

    private enum Wait {
        DONE,
        TIMED_OUT,
        IMPOSSIBLE
    }

    private final ReadThrough readThrough;
    private final Refreshes refreshes;
    private final Duration joinTimeout;
    private final BooleanSupplier mayBlock;

    /** @param mayBlock whether the calling thread may wait; an event loop must not */
    ValueCalls(ReadThrough readThrough, Refreshes refreshes, Duration joinTimeout, BooleanSupplier mayBlock) {
        this.readThrough = readThrough;
        this.refreshes = refreshes;
        this.joinTimeout = joinTimeout;
        this.mayBlock = mayBlock;
    }

    @Override
    public Object call(InvocationContext invocation, CachedMethod method, CallKey key) throws Exception {
        FillScope around = FillScope.current();
        Slot hit = readThrough.hit(method, key);
        if (hit == null) {
            return take(new Call(method, key, invocation.getParameters(), around), invocation);
        }
        if (around != null) {
            around.absorb(hit);
        }
        return hit.value();
    }

    @Override
    public Object bypass(InvocationContext invocation, CachedMethod method, CallKey key) throws Exception {
        Call call = new Call(method, key, invocation.getParameters(), FillScope.current());
        return lead(readThrough.bypass(call).fill(), invocation);
    }

    @Override
    public Object reload(InvocationContext invocation, CachedMethod method, CallKey key) throws Exception {
        Call call = new Call(method, key, invocation.getParameters(), FillScope.current());
        return lead(readThrough.reload(call).fill(), invocation);
    }

    private Object take(Call call, InvocationContext invocation) throws Exception {
        Turn turn = readThrough.turn(call);
        for (boolean again = false; turn instanceof Turn.Join join; again = true) {
            Wait wait = await(join.fill(), call);
            if (wait == Wait.DONE && join.fill().sharable()) {
                return join(join.fill(), call);
            }
            turn = switch (wait) {
                case DONE -> again ? readThrough.alone(call) : readThrough.turn(call);
                case TIMED_OUT -> readThrough.takeOver(join.fill(), call);
                case IMPOSSIBLE -> readThrough.alone(call);
            };
        }
        return turn instanceof Turn.Serve serve ? serve(serve, call, invocation) : lead(((Turn.Lead) turn).fill(), invocation);
    }

    private Wait await(Fill fill, Call call) {
        if (!mayBlock.getAsBoolean()) {
            return Wait.IMPOSSIBLE;
        }
        try {
            return Waits.begin(call.around(), fill) ? Wait.IMPOSSIBLE : await(fill);
        } finally {
            Waits.end(call.around(), fill);
        }
    }

    private Wait await(Fill fill) {
        try {
            fill.done().get(joinTimeout.toNanos(), TimeUnit.NANOSECONDS);
            return Wait.DONE;
        } catch (TimeoutException e) {
            return Wait.TIMED_OUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Wait.IMPOSSIBLE;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A load is completed with its fill, never exceptionally", e);
        }
    }

    private Object join(Fill fill, Call call) {
        readThrough.joined(call);
        if (call.around() != null) {
            call.around().absorb(fill);
        }
        return fill.<RuntimeException> value();
    }

    private Object serve(Turn.Serve serve, Call call, InvocationContext invocation) {
        if (serve.refresh() != null) {
            invocation.setParameters(serve.refresh().arguments());
            refreshes.run(serve.refresh(), () -> refresh(serve.refresh(), invocation));
        }
        if (call.around() != null) {
            call.around().absorb(serve.slot());
        }
        return serve.slot().value();
    }

    /** Its failure is the fill's, which says what becomes of the old value. */
    private static void refresh(Fill fill, InvocationContext invocation) {
        try {
            lead(fill, invocation);
        } catch (Throwable failure) {
            fill.method().warnNotRefreshed(failure);
        }
    }

    private static Object lead(Fill fill, InvocationContext invocation) throws Exception {
        Object value;
        FillScope before = FillScope.enter(fill.scope());
        try {
            value = invocation.proceed();
        } catch (Throwable failure) {
            fill.fail(failure);
            throw failure;
        } finally {
            FillScope.enter(before);
        }
        fill.succeed(value);
        return value;
    }
}
