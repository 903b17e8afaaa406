package io.quarkiverse.usecache.runtime.fill;

import java.util.concurrent.Executor;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings what another call loaded back to the Vert.x context of the call that waits for it. */
final class CallerContext {

    private CallerContext() {
    }

    static <T> Uni<T> emitThere(Uni<T> loaded) {
        Context caller = Vertx.currentContext();
        return loaded.emitOn(caller == null ? CallerContext::outside : on(caller, Context.isOnEventLoopThread()));
    }

    /** A context's tasks may run on its event loop or on workers, and who waits must not be moved from one to the other. */
    private static Executor on(Context caller, boolean eventLoop) {
        return task -> {
            if (Vertx.currentContext() == caller && Context.isOnEventLoopThread() == eventLoop) {
                task.run();
            } else if (eventLoop) {
                caller.runOnContext(ignored -> task.run());
            } else {
                runBlocking(caller, task);
            }
        };
    }

    /** Who has no context gets a new one rather than that of another call, and a thread that may block. */
    private static void outside(Runnable task) {
        Context other = Vertx.currentContext();
        if (other == null) {
            task.run();
        } else {
            runBlocking(VertxContext.createNewDuplicatedContext(VertxContext.getRootContext(other)), task);
        }
    }

    private static void runBlocking(Context caller, Runnable task) {
        caller.executeBlocking(() -> {
            task.run();
            return null;
        }, false);
    }
}
