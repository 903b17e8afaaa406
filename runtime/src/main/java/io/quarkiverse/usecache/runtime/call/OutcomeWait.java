package io.quarkiverse.usecache.runtime.call;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Waits for loads without a thread. A subscriber that cancels leaves nothing behind, and takes nothing from others. */
final class OutcomeWait {

    private final JoinTimer timer;
    private final Executor handOver;
    private final Executor late;

    /**
     * @param handOver runs what must not run on an event loop
     * @param late runs what must not run on the timer's thread
     */
    OutcomeWait(JoinTimer timer, Executor handOver, Executor late) {
        this.timer = timer;
        this.handOver = handOver;
        this.late = late;
    }

    /** Emits how a load ends, in the caller's context. */
    Uni<Outcome> forEver(Load load, CallerContext caller) {
        return Uni.createFrom().emitter(emitter -> emitter.onTermination(emitWhenDone(load, caller, emitter)));
    }

    /** The same, or {@code null}, on the timer's thread, when the time is over. */
    Uni<Outcome> atMost(long nanos, Load load, CallerContext caller) {
        return Uni.createFrom().emitter(emitter -> {
            Future<?> end = timer.after(nanos, () -> caller.run(() -> emitter.complete(null), Runnable::run));
            Runnable forget = emitWhenDone(load, caller, emitter);
            emitter.onTermination(() -> {
                end.cancel(false);
                forget.run();
            });
        });
    }

    private Runnable emitWhenDone(Load load, CallerContext caller, UniEmitter<? super Outcome> emitter) {
        return load.whenDone(outcome -> caller.run(() -> emitter.complete(outcome), handOver));
    }

    /** Takes a step on another thread, in the caller's context. */
    Uni<Object> elsewhere(CallerContext caller, Supplier<Uni<Object>> step) {
        return Uni.createFrom().<Object> emitter(emitter -> late.execute(() -> caller.run(
                () -> step.get().subscribe().with(emitter::complete, emitter::fail), Runnable::run)));
    }
}
