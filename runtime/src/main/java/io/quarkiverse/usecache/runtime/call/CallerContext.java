package io.quarkiverse.usecache.runtime.call;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * The Vert.x context of a call that waits without a thread, where it is given what it waited for: with the context's locals,
 * and without a thread of the worker pool, all of whose threads may be waiting.
 */
final class CallerContext {

    private final ContextInternal context;
    private final boolean eventLoop;

    private CallerContext(ContextInternal context, boolean eventLoop) {
        this.context = context;
        this.eventLoop = eventLoop;
    }

    /** That of the calling thread. */
    static CallerContext current() {
        return new CallerContext((ContextInternal) Vertx.currentContext(), Context.isOnEventLoopThread());
    }

    /** A call on an event loop goes on there, any other where what it waited for has ended. */
    void run(Runnable task) {
        ContextInternal here = (ContextInternal) Vertx.currentContext();
        if (here == context && (context == null || Context.isOnEventLoopThread() == eventLoop)) {
            task.run();
        } else if (context == null) {
            dispatch((ContextInternal) VertxContext.createNewDuplicatedContext(VertxContext.getRootContext(here)), task);
        } else if (eventLoop) {
            context.runOnContext(ignored -> task.run());
        } else {
            dispatch(context, task);
        }
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
