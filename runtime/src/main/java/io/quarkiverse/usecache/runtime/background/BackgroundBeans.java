package io.quarkiverse.usecache.runtime.background;

import java.time.Duration;
import java.util.concurrent.Executor;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usecache.runtime.fill.Refreshes;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.virtual.threads.VirtualThreadsRecorder;
import io.vertx.core.Vertx;

/** Where refreshes run, and how they end. */
@Singleton
public class BackgroundBeans {

    private static final Duration DEFAULT_SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    @Produces
    @Singleton
    Refreshes refreshes(Vertx vertx) {
        return new Refreshes(new VertxBackground(vertx, blockingExecutor()));
    }

    /** Virtual threads where the JVM has them. */
    private static Executor blockingExecutor() {
        return Runtime.version().feature() >= 21 ? VirtualThreadsRecorder.getCurrent() : ExecutorRecorder.getCurrent();
    }

    void drain(@Observes ShutdownEvent event, Refreshes refreshes) {
        refreshes.stop(ConfigProvider.getConfig().getOptionalValue("quarkus.shutdown.timeout", Duration.class)
                .orElse(DEFAULT_SHUTDOWN_TIMEOUT));
    }
}
