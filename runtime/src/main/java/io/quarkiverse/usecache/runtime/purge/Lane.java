package io.quarkiverse.usecache.runtime.purge;

import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** One event loop, on which all happens that concerns one target. */
final class Lane {

    private final Vertx vertx;
    private final Context context;

    Lane(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    void execute(Runnable task) {
        context.runOnContext(now -> task.run());
    }

    /** @return what cancels it */
    Runnable after(long millis, Runnable task) {
        long timer = vertx.setTimer(Math.max(1, millis), now -> execute(task));
        return () -> vertx.cancelTimer(timer);
    }
}
