package io.quarkiverse.usecache.test.sharing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;

/** Case 62: an application with loads and refreshes in flight stops in time, and quietly. */
class StopTest {

    private static final Warnings WARNINGS = new Warnings();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(StopTest.class, EventLoops.class))
            .overrideRuntimeConfigKey("quarkus.shutdown.timeout", "1s")
            .setBeforeAllCustomizer(WARNINGS::watch)
            .setAfterUndeployListener(WARNINGS::assertStoppedQuietly);

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    Vertx vertx;

    @Test
    void case62AnApplicationWithLoadsAndRefreshesRunningStopsInTimeAndQuietly() throws Exception {
        shop.blocking("refreshed");
        shop.later("refreshed").await().indefinitely();
        Shop.stopping = true;
        tagCache.revalidateTag(RevalidationMode.STALE, "shop");
        shop.blocking("refreshed");
        shop.later("refreshed").await().indefinitely();
        Infrastructure.getDefaultExecutor().execute(() -> shop.blocking("loaded"));
        EventLoops.subscribe(EventLoops.newContext(vertx), () -> shop.later("loaded"));
        assertThat(Shop.RUNNING.await(10, SECONDS)).isTrue();
    }

    /** Listens where the test does not replace the handlers when the application stops. */
    static class Warnings extends Handler {

        private static final Pattern STOPPED = Pattern.compile(" stopped in ([0-9.]+)s");
        private static final List<String> WATCHED = List.of("io.quarkiverse.usecache", "io.quarkus", "io.vertx");
        private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
        private volatile double secondsToStop = Double.NaN;

        void watch() {
            WATCHED.forEach(name -> Logger.getLogger(name).addHandler(this));
        }

        void assertStoppedQuietly() {
            WATCHED.forEach(name -> Logger.getLogger(name).removeHandler(this));
            assertThat(seen).isEmpty();
            assertThat(secondsToStop).isBetween(0.0, 15.0);
        }

        @Override
        public void publish(LogRecord record) {
            Matcher stopped = STOPPED.matcher(record.getMessage());
            if (stopped.find()) {
                secondsToStop = Double.parseDouble(stopped.group(1));
            }
            int level = record.getLevel().intValue();
            if (level >= Level.WARNING.intValue() || level >= Level.INFO.intValue() && record.getThrown() != null) {
                seen.add(record.getLoggerName() + " " + record.getMessage() + " " + record.getThrown());
            }
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }

    @ApplicationScoped
    @CacheTag("shop")
    static class Shop {

        static final CountDownLatch RUNNING = new CountDownLatch(4);
        static volatile boolean stopping;

        @UseCache
        public String blocking(String key) {
            if (stopping) {
                RUNNING.countDown();
                waitForLong();
            }
            return key;
        }

        private static void waitForLong() {
            try {
                new CountDownLatch(1).await(3, SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @UseCache
        public Uni<String> later(String key) {
            if (stopping) {
                RUNNING.countDown();
                return Uni.createFrom().completionStage(new CompletableFuture<>());
            }
            return Uni.createFrom().item(key);
        }
    }
}
