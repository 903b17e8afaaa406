package io.quarkiverse.usecache.runtime.call;

import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.call.Decision.Join;
import io.quarkiverse.usecache.runtime.call.Decision.Lead;
import io.quarkiverse.usecache.runtime.call.Decision.Serve;
import io.quarkiverse.usecache.runtime.call.Decision.Share;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Call;
import io.quarkiverse.usecache.runtime.load.Completion;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.quarkiverse.usecache.runtime.load.Refreshes;
import io.quarkiverse.usecache.runtime.load.Source.Promoted;
import io.quarkiverse.usecache.runtime.store.Entry;

/** Calls of methods that return the value itself, on the caller's thread. */
final class ValueCalls implements CallAdapter {

    private final ReadThrough readThrough;
    private final AfterWait afterWait;
    private final Leads leads;
    private final Completion completion;
    private final Refreshes refreshes;
    private final WaitGraph waits;
    private final BooleanSupplier mayBlock;

    /** @param mayBlock whether the calling thread may wait; an event loop must not */
    ValueCalls(ReadThrough readThrough, AfterWait afterWait, Leads leads, Completion completion, Refreshes refreshes,
            WaitGraph waits,
            BooleanSupplier mayBlock) {
        this.readThrough = readThrough;
        this.afterWait = afterWait;
        this.leads = leads;
        this.completion = completion;
        this.refreshes = refreshes;
        this.waits = waits;
        this.mayBlock = mayBlock;
    }

    @Override
    public Object call(InvocationContext invocation, CachedFunction function, CallKey key) throws Exception {
        LoadScope around = LoadScope.current();
        Entry hit = readThrough.hit(function, key, around);
        return hit == null ? take(new Call(function, key, invocation, around)) : hit.value();
    }

    @Override
    public Object bypass(InvocationContext invocation, CachedFunction function, CallKey key) throws Exception {
        return lead(leads.bypass(new Call(function, key, invocation, LoadScope.current())).load());
    }

    @Override
    public Object reload(InvocationContext invocation, CachedFunction function, CallKey key) throws Exception {
        return lead(leads.reload(new Call(function, key, invocation, LoadScope.current())).load());
    }

    private Object take(Call call) throws Exception {
        Decision decision = readThrough.decide(call);
        while (decision instanceof Join join) {
            decision = await(join, call);
        }
        if (decision instanceof Serve serve) {
            return serve(serve, call);
        }
        return decision instanceof Share share ? share.outcome().<RuntimeException> value() : lead(((Lead) decision).load());
    }

    private Decision await(Join join, Call call) {
        if (!mayBlock.getAsBoolean() || waits.begin(call.around(), join.load())) {
            return leads.alone(call);
        }
        Outcome outcome;
        try {
            outcome = join.load().await(join.nanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("Interrupted while another call was loading [" + call.method() + call.key() + "]", e);
        } finally {
            waits.end(call.around(), join.load());
        }
        return outcome == null ? afterWait.timedOut(join, call) : afterWait.ended(join, outcome, call);
    }

    private Object serve(Serve serve, Call call) {
        refreshBehind(serve.refresh());
        return serve.entry().value();
    }

    private Object promoted(Load load, Promoted promoted) {
        refreshBehind(readThrough.behindPromoted(load));
        return promoted.entry().value();
    }

    /** @param refresh may be {@code null} */
    private void refreshBehind(Load refresh) {
        if (refresh != null) {
            refresh.keepArguments();
            refreshes.run(refresh, () -> refresh(refresh));
        }
    }

    /** Its failure is the load's, which says what becomes of the old value. */
    private void refresh(Load refresh) {
        try {
            lead(refresh);
        } catch (Throwable failure) {
            refresh.method().warnNotRefreshed(failure);
        }
    }

    private Object lead(Load load) throws Exception {
        Object value;
        LoadScope before = LoadScope.enter(load.scope());
        try {
            value = load.source().value(load.request(), load.call().invocation()::proceed);
        } catch (Throwable failure) {
            completion.fail(load, failure);
            throw failure;
        } finally {
            LoadScope.enter(before);
        }
        completion.succeed(load, value);
        return value instanceof Promoted promoted ? promoted(load, promoted) : value;
    }
}
