package io.quarkiverse.usecache.runtime.wiring;

import java.util.concurrent.Executor;

import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.Refreshes.Background;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/**
 * Runs refreshes apart from the calls that cause them: on a Vert.x context of their own, with a request context of their own,
 * so that nothing of a caller is seen. One caused on an event loop runs on an event loop, any other may block.
 */
final class VertxBackground implements Background {

    private final Vertx vertx;
    private final Executor blocking;

    VertxBackground(Vertx vertx, Executor blocking) {
        this.vertx = vertx;
        this.blocking = blocking;
    }

    @Override
    public void execute(Load load, Runnable task) {
        ContextInternal own = (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        if (Context.isOnEventLoopThread()) {
            own.runOnContext(ignored -> inRequestContext(load, task));
        } else {
            blocking.execute(() -> dispatch(own, load, task));
        }
    }

    private static void dispatch(ContextInternal own, Load load, Runnable task) {
        ContextInternal before = own.beginDispatch();
        try {
            inRequestContext(load, task);
        } finally {
            own.endDispatch(before);
        }
    }

    /** The request context lives until the load is done, which may be after it has returned. */
    private static void inRequestContext(Load load, Runnable task) {
        ManagedContext requestContext = Arc.container().requestContext();
        ContextState state = requestContext.activate();
        try {
            task.run();
        } finally {
            requestContext.deactivate();
            load.whenDone(outcome -> requestContext.destroy(state));
        }
    }
}
