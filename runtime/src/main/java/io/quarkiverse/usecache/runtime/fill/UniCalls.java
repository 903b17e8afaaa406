package io.quarkiverse.usecache.runtime.fill;

import java.time.Duration;
import java.util.function.Function;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Calls of methods that return a {@link Uni}: the entry is looked up on subscription, and no thread ever waits. */
final class UniCalls implements CallAdapter {

    /** Reads what an asynchronous method returned. */
    @FunctionalInterface
    interface Source {
        Uni<?> of(Object returned);
    }

    private final ReadThrough readThrough;
    private final Refreshes refreshes;
    private final Duration joinTimeout;

    UniCalls(ReadThrough readThrough, Refreshes refreshes, Duration joinTimeout) {
        this.readThrough = readThrough;
        this.refreshes = refreshes;
        this.joinTimeout = joinTimeout;
    }

    @Override
    public Uni<Object> call(InvocationContext invocation, CachedMethod method, CallKey key) {
        return call(invocation, method, key, UniCalls::asUni);
    }

    @Override
    public Uni<Object> bypass(InvocationContext invocation, CachedMethod method, CallKey key) {
        return load(invocation, method, key, UniCalls::asUni, goingPast());
    }

    @Override
    public Uni<Object> reload(InvocationContext invocation, CachedMethod method, CallKey key) {
        return load(invocation, method, key, UniCalls::asUni, reloading());
    }

    Function<Call, Turn.Lead> goingPast() {
        return readThrough::bypass;
    }

    Function<Call, Turn.Lead> reloading() {
        return readThrough::reload;
    }

    private static Uni<?> asUni(Object returned) {
        return (Uni<?>) returned;
    }

    Uni<Object> call(InvocationContext invocation, CachedMethod method, CallKey key, Source source) {
        FillScope around = FillScope.current();
        return Infrastructure.onUniCreation(new CachedUni(readThrough, method, key, around) {

            @Override
            Uni<Object> otherwise(Context subscriber) {
                Call call = new Call(method, key, invocation.getParameters(), around);
                return new Attempt(call, invocation, source, subscriber).take(readThrough.turn(call), false);
            }
        });
    }

    /** @param begin begins the load on subscription */
    Uni<Object> load(InvocationContext invocation, CachedMethod method, CallKey key, Source source,
            Function<Call, Turn.Lead> begin) {
        FillScope around = FillScope.current();
        return Uni.createFrom().context(context -> {
            Call call = new Call(method, key, invocation.getParameters(), around);
            return new Attempt(call, invocation, source, context).take(begin.apply(call), false);
        });
    }

    /** One subscription that is not a plain hit. */
    private final class Attempt {

        private final Call call;
        private final InvocationContext invocation;
        private final Source source;
        private final Context context;

        /** @param context what the subscriber passes to the method if it runs for it */
        Attempt(Call call, InvocationContext invocation, Source source, Context context) {
            this.call = call;
            this.invocation = invocation;
            this.source = source;
            this.context = context;
        }

        Uni<Object> take(Turn turn, boolean again) {
            if (turn instanceof Turn.Serve serve) {
                return serve(serve);
            }
            return turn instanceof Turn.Join join ? join(join.fill(), again) : lead(((Turn.Lead) turn).fill());
        }

        private Uni<Object> serve(Turn.Serve serve) {
            Fill refresh = serve.refresh();
            if (refresh != null) {
                invocation.setParameters(refresh.arguments());
                refreshes.run(refresh, () -> {
                    load(refresh, Context.empty());
                    refresh.done().thenAccept(this::warnIfFailed);
                });
            }
            if (call.around() != null) {
                call.around().absorb(serve.slot());
            }
            return Uni.createFrom().item(serve.slot().value());
        }

        private void warnIfFailed(Fill refresh) {
            if (refresh.failure() != null) {
                refresh.method().warnNotRefreshed(refresh.failure());
            }
        }

        private Uni<Object> join(Fill fill, boolean again) {
            if (Waits.begin(call.around(), fill)) {
                Waits.end(call.around(), fill);
                return lead(readThrough.alone(call).fill());
            }
            Uni<Fill> doneInTime = done(fill).ifNoItem().after(joinTimeout).recoverWithItem((Fill) null);
            return CallerContext.emitThere(doneInTime).onTermination().invoke(() -> Waits.end(call.around(), fill))
                    .chain(done -> done == null ? take(readThrough.takeOver(fill, call), again) : joined(done, again));
        }

        private Uni<Object> joined(Fill done, boolean again) {
            if (!done.sharable()) {
                return take(again ? readThrough.alone(call) : readThrough.turn(call), true);
            }
            readThrough.joined(call);
            if (call.around() != null) {
                call.around().absorb(done);
            }
            return valueOf(done);
        }

        private Uni<Object> lead(Fill fill) {
            load(fill, context);
            return done(fill).chain(UniCalls::valueOf);
        }

        /** Subscribes on its own account, so that no subscriber of the result can cancel it. */
        private void load(Fill fill, Context context) {
            FillScope before = FillScope.enter(fill.scope());
            try {
                source.of(invocation.proceed()).subscribe().with(context, fill::succeed, fill::fail);
            } catch (Throwable failure) {
                fill.fail(failure);
            } finally {
                FillScope.enter(before);
            }
        }
    }

    /** Not made of the future itself, which a subscriber that cancels would cancel. */
    private static Uni<Fill> done(Fill fill) {
        return Uni.createFrom().emitter(emitter -> fill.done().thenAccept(emitter::complete));
    }

    private static Uni<Object> valueOf(Fill done) {
        return done.failure() == null ? Uni.createFrom().item(done.value()) : Uni.createFrom().failure(done.failure());
    }
}
