package io.quarkiverse.usecache.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.DevMode;
import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;

/** In dev mode, a cached call that another one makes on a thread that loses its tags is reported once. */
@Tag("slow")
@Timeout(120)
class LostCallsTest {

    @RegisterExtension
    static final QuarkusDevModeTest APP = DevMode.test()
            .withApplicationRoot(root -> root.addClasses(Pages.class, News.class, Resource.class, Waits.class))
            .setLogRecordPredicate(entry -> entry.getLoggerName().startsWith("io.quarkiverse.usecache.dev.thread"));

    @Test
    void callsOnForeignThreadsAreReported() {
        for (String kind : new String[] { "supplied", "executed", "managed", "direct", "supplied" }) {
            RestAssured.given().port(DevMode.PORT).get("/pages/" + kind).then().statusCode(200);
        }
        assertThat(APP.getLogRecords()).extracting(entry -> entry.getParameters()[0] + " by " + entry.getParameters()[2])
                .containsExactlyInAnyOrder(News.class.getName() + "#supplied() by " + Pages.class.getName() + "#supplied()",
                        News.class.getName() + "#executed() by " + Pages.class.getName() + "#executed()");
    }

    /** Lets a call begin when the thread of its load waits for it. */
    public static final class Waits {

        private Waits() {
        }

        static void until(Thread loading) {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (loading.getState() != Thread.State.WAITING && System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Path("/pages")
    public static class Resource {

        @Inject
        Pages pages;

        @GET
        @Path("/{kind}")
        public String page(String kind) {
            return switch (kind) {
                case "supplied" -> pages.supplied();
                case "executed" -> pages.executed();
                case "managed" -> pages.managed();
                default -> pages.direct();
            };
        }
    }

    @ApplicationScoped
    public static class Pages {

        @Inject
        News news;

        @Inject
        ManagedExecutor managed;

        private final ExecutorService own = Executors.newSingleThreadExecutor();

        @UseCache
        public String supplied() {
            Thread loading = Thread.currentThread();
            return CompletableFuture.supplyAsync(() -> {
                Waits.until(loading);
                return news.supplied();
            }).join();
        }

        @UseCache
        public String executed() {
            Thread loading = Thread.currentThread();
            try {
                return own.submit(() -> {
                    Waits.until(loading);
                    return news.executed();
                }).get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @UseCache
        public String managed() {
            return managed.supplyAsync(news::managed).join();
        }

        @UseCache
        public String direct() {
            return news.direct();
        }

        @PreDestroy
        void stop() {
            own.shutdown();
        }
    }

    @ApplicationScoped
    public static class News {

        @UseCache
        public String supplied() {
            return "supplied";
        }

        @UseCache
        public String executed() {
            return "executed";
        }

        @UseCache
        public String managed() {
            return "managed";
        }

        @UseCache
        public String direct() {
            return "direct";
        }
    }
}
