package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** What a call has waited for may end on an event loop that works for no context, as what is said of a lost connection does. */
@Timeout(30)
class LoopWithoutContextTest {

    private final Vertx vertx = Vertx.vertx();
    private final Executor handOver = task -> new Thread(task, "hand-over").start();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aCallWithoutAContextGoesOnElsewhere() throws Exception {
        CallerContext caller = CallerContext.current();
        assertThat(threadOf(caller)).isEqualTo("hand-over");
    }

    @Test
    void aCallWithAContextGoesOnInIt() throws Exception {
        CompletableFuture<CallerContext> caller = new CompletableFuture<>();
        vertx.runOnContext(ignored -> caller.complete(CallerContext.current()));
        assertThat(threadOf(caller.get(10, TimeUnit.SECONDS))).startsWith("vert.x-eventloop-thread");
    }

    private String threadOf(CallerContext caller) throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        ((VertxInternal) vertx).createEventLoopContext().nettyEventLoop().execute(() -> {
            try {
                caller.run(() -> thread.complete(Thread.currentThread().getName()), handOver);
            } catch (Throwable failure) {
                thread.completeExceptionally(failure);
            }
        });
        return thread.get(10, TimeUnit.SECONDS);
    }
}
