package io.quarkiverse.usecache.runtime.call;

import java.util.concurrent.Executor;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.context.SmallRyeThreadContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * The Vert.x context of a call that waits without a thread, where it is given what it waited for: with the context's locals,
 * and without a thread of the worker pool, all of whose threads may be waiting.
 */
public final class CallerContext {

    private final ContextInternal context;
    private final boolean eventLoop;

    private CallerContext(ContextInternal context, boolean eventLoop) {
        this.context = context;
        this.eventLoop = eventLoop;
    }

    /** That of the calling thread. */
    public static CallerContext current() {
        return new CallerContext((ContextInternal) Vertx.currentContext(), Context.isOnEventLoopThread());
    }

    /**
     * A call on an event loop goes on there, any other where what it waited for has ended, unless that is an event loop.
     *
     * @param handOver has threads that may block
     */
    void run(Runnable task, Executor handOver) {
        ContextInternal here = (ContextInternal) Vertx.currentContext();
        if (here == context && Context.isOnEventLoopThread() == eventLoop) {
            task.run();
        } else if (eventLoop) {
            context.runOnContext(ignored -> task.run());
        } else {
            ContextInternal own = context == null && here != null ? another(here) : context;
            Executor executor = Context.isOnEventLoopThread() ? handOver : Runnable::run;
            executor.execute(own == null ? task : () -> dispatch(own, task));
        }
    }

    /** Runs tasks as {@link #run} does. */
    public Executor executor(Executor handOver) {
        return task -> run(task, handOver);
    }

    /**
     * Runs tasks in the contexts of the calling thread, those that are propagated too, and never before it is told to.
     *
     * @param threads may block
     */
    static Executor laterOn(Executor threads) {
        Executor propagated = SmallRyeThreadContext.getCurrentThreadContextOrDefaultContexts().currentContextExecutor();
        CallerContext caller = current();
        return task -> caller.runLater(() -> propagated.execute(task), threads);
    }

    private void runLater(Runnable task, Executor threads) {
        if (eventLoop) {
            context.runOnContext(ignored -> task.run());
        } else {
            threads.execute(context == null ? task : () -> dispatch(context, task));
        }
    }

    /** A call without a context gets a new one rather than that of another call; an event loop may work for none, too. */
    private static ContextInternal another(ContextInternal here) {
        return (ContextInternal) VertxContext.createNewDuplicatedContext(VertxContext.getRootContext(here));
    }

    private static void dispatch(ContextInternal context, Runnable task) {
        ContextInternal before = context.beginDispatch();
        try {
            task.run();
        } finally {
            context.endDispatch(before);
        }
    }
}
