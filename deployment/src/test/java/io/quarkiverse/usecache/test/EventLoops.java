package io.quarkiverse.usecache.test;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Runs code on Vert.x contexts of its own, as requests do. */
public final class EventLoops {

    private EventLoops() {
    }

    public static Context newContext(Vertx vertx) {
        Context context = VertxContext.createNewDuplicatedContext(((VertxInternal) vertx).createEventLoopContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return context;
    }

    /** Subscribes on the context's event loop. */
    public static <T> CompletableFuture<T> subscribe(Context context, Supplier<Uni<T>> call) {
        CompletableFuture<T> item = new CompletableFuture<>();
        context.runOnContext(ignored -> call.get().subscribe().with(item::complete, item::completeExceptionally));
        return item;
    }

    /** Subscribes on a worker thread of the context. */
    public static <T> CompletableFuture<T> subscribeOnWorker(Context context, Supplier<Uni<T>> call) {
        CompletableFuture<T> item = new CompletableFuture<>();
        context.executeBlocking(() -> {
            call.get().subscribe().with(item::complete, item::completeExceptionally);
            return null;
        }, false);
        return item;
    }

    /** Calls on the context's event loop. */
    public static <T> CompletableFuture<T> call(Context context, Callable<T> call) {
        return subscribe(context, () -> Uni.createFrom().item(() -> {
            try {
                return call.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }
}
