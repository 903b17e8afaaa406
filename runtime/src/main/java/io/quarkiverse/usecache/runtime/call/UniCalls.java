package io.quarkiverse.usecache.runtime.call;

import java.util.concurrent.Executor;
import java.util.function.Function;

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
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Calls of methods that return a {@link Uni}, or another value that is made one: the entry is looked up on subscription, and no
 * thread ever waits.
 */
final class UniCalls implements CallAdapter {

    /** Runs the method of a load, in the way its return type asks for. */
    @FunctionalInterface
    interface Run {

        Uni<?> of(Load load) throws Exception;
    }

    private final ReadThrough readThrough;
    private final AfterWait afterWait;
    private final Leads leads;
    private final Completion completion;
    private final Refreshes refreshes;
    private final WaitGraph waits;
    private final OutcomeWait wait;
    private final Run run;

    /**
     * @param handOver gives what was waited for to calls that may block
     * @param late runs what begins when a wait has taken too long
     */
    UniCalls(ReadThrough readThrough, AfterWait afterWait, Leads leads, Completion completion, Refreshes refreshes,
            WaitGraph waits, Executor handOver,
            Executor late) {
        this.readThrough = readThrough;
        this.afterWait = afterWait;
        this.leads = leads;
        this.completion = completion;
        this.refreshes = refreshes;
        this.waits = waits;
        this.wait = new OutcomeWait(new JoinTimer(), handOver, late);
        this.run = load -> (Uni<?>) load.call().invocation().proceed();
    }

    private UniCalls(UniCalls like, Run run) {
        this.readThrough = like.readThrough;
        this.leads = like.leads;
        this.afterWait = like.afterWait;
        this.completion = like.completion;
        this.refreshes = like.refreshes;
        this.waits = like.waits;
        this.wait = like.wait;
        this.run = run;
    }

    /** The same for methods that return something else. */
    UniCalls running(Run other) {
        return new UniCalls(this, other);
    }

    @Override
    public Uni<Object> call(InvocationContext invocation, CachedFunction function, CallKey key) {
        return Infrastructure.onUniCreation(new CachedUni(readThrough, function, key) {
            @Override
            Uni<Object> otherwise(LoadScope inside, Context subscriber) {
                Call call = new Call(function, key, invocation, inside);
                return new Attempt(call, subscriber).take(readThrough.decide(call));
            }
        });
    }

    @Override
    public Uni<Object> bypass(InvocationContext invocation, CachedFunction function, CallKey key) {
        return load(invocation, function, key, leads::bypass);
    }

    @Override
    public Uni<Object> reload(InvocationContext invocation, CachedFunction function, CallKey key) {
        return load(invocation, function, key, leads::reload);
    }

    /** @param begin begins the load on subscription */
    private Uni<Object> load(InvocationContext invocation, CachedFunction function, CallKey key,
            Function<Call, Lead> begin) {
        LoadScope around = LoadScope.current();
        return Uni.createFrom().context(context -> {
            Call call = new Call(function, key, invocation, around);
            return new Attempt(call, context).take(begin.apply(call));
        });
    }

    /** One subscription that is not a plain hit. */
    private final class Attempt {

        private Call call;
        private final Context context;
        private final CallerContext caller = CallerContext.current();

        /** @param context what the subscriber passes to the method if it runs for it */
        Attempt(Call call, Context context) {
            this.call = call;
            this.context = context;
        }

        Uni<Object> take(Decision decision) {
            if (decision instanceof Serve serve) {
                return serve(serve);
            }
            if (decision instanceof Share share) {
                return valueOf(share.outcome());
            }
            return decision instanceof Join join ? join(join) : lead(((Lead) decision).load());
        }

        private Uni<Object> serve(Serve serve) {
            refreshBehind(serve.refresh());
            return Uni.createFrom().item(serve.entry().value());
        }

        /** @param refresh may be {@code null} */
        private void refreshBehind(Load refresh) {
            if (refresh != null) {
                refresh.keepArguments();
                refreshes.run(refresh, () -> refresh(refresh));
            }
        }

        private void refresh(Load refresh) {
            refresh.whenDone(outcome -> {
                if (outcome.failure() != null) {
                    refresh.method().warnNotRefreshed(outcome.failure());
                }
            });
            run(refresh, Context.empty());
        }

        private Uni<Object> join(Join join) {
            call = call.kept();
            if (waits.begin(call.around(), join.load())) {
                return lead(leads.alone(call).load());
            }
            return wait.atMost(join.nanos(), join.load(), caller)
                    .onTermination().invoke(() -> waits.end(call.around(), join.load()))
                    .chain(outcome -> outcome == null ? late(join) : take(afterWait.ended(join, outcome, call)));
        }

        /** Most calls only wait for the next load: any other step may take long, and has a thread of its own. */
        private Uni<Object> late(Join join) {
            Decision decision = afterWait.timedOut(join, call);
            return decision instanceof Join next ? join(next) : wait.elsewhere(caller, () -> take(decision));
        }

        private Uni<Object> lead(Load load) {
            run(load, context);
            return wait.forEver(load, caller).chain(UniCalls::valueOf);
        }

        /** Subscribes on its own account, so that no subscriber of the result can cancel it. */
        private void run(Load load, Context subscriber) {
            LoadScope before = LoadScope.enter(load.scope());
            try {
                load.source().deferred(load.request(), () -> method(load)).subscribe().with(
                        subscriber,
                        item -> succeed(load, item), failure -> completion.fail(load, failure));
            } catch (Throwable failure) {
                completion.fail(load, failure);
            } finally {
                LoadScope.enter(before);
            }
        }

        private void succeed(Load load, Object item) {
            completion.succeed(load, item);
            if (item instanceof Promoted) {
                refreshBehind(readThrough.behindPromoted(load));
            }
        }

        private Uni<?> method(Load load) {
            try {
                return run.of(load);
            } catch (Exception e) {
                return Uni.createFrom().failure(e);
            }
        }
    }

    private static Uni<Object> valueOf(Outcome outcome) {
        return outcome.failure() == null ? Uni.createFrom().item(outcome.value()) : Uni.createFrom().failure(outcome.failure());
    }
}
