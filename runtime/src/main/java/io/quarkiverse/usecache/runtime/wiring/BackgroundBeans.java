package io.quarkiverse.usecache.runtime.wiring;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usecache.runtime.load.Completion;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Loader;
import io.quarkiverse.usecache.runtime.load.Refreshes;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.virtual.threads.VirtualThreadsRecorder;
import io.vertx.core.Vertx;

/** Where refreshes run, and how they end. */
@Singleton
public class BackgroundBeans {

    private static final Duration DEFAULT_SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);
    private static final long IDLE_SECONDS = 5;

    @Produces
    @Singleton
    Refreshes refreshes(Loader loader, Completion completion, InFlight inFlight, Vertx vertx, CacheTimes times) {
        return new Refreshes(loader, completion, inFlight, new VertxBackground(vertx, blockingExecutor()), times.maxRefreshes(),
                times.joinTimeout());
    }

    private static boolean hasVirtualThreads() {
        return Runtime.version().feature() >= 21;
    }

    /** Virtual threads where the JVM has them. */
    private static Executor blockingExecutor() {
        return hasVirtualThreads() ? VirtualThreadsRecorder.getCurrent() : ExecutorRecorder.getCurrent();
    }

    /** Never those of the worker pool, all of which may wait for what has to be done here. */
    static Executor threads(int most) {
        return hasVirtualThreads() ? VirtualThreadsRecorder.getCurrent()
                : new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
                        BackgroundBeans::thread, (task, pool) -> task.run());
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "use-cache hand-over");
        thread.setDaemon(true);
        return thread;
    }

    void drain(@Observes ShutdownEvent event, Refreshes refreshes) {
        refreshes.stop(ConfigProvider.getConfig().getOptionalValue("quarkus.shutdown.timeout", Duration.class)
                .orElse(DEFAULT_SHUTDOWN_TIMEOUT));
    }
}
