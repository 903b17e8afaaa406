package io.quarkiverse.usecache.test.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.util.TypeLiteral;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.revalidate.Clearing;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** When other nodes cannot be told, or something else fails, the client knows. */
@Timeout(60)
class NotPropagatedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Shop.class, AloneTagCache.class))
            .setLogRecordPredicate(record -> record.getLoggerName().endsWith(".endpoint.OperationHandler"))
            .assertLogRecords(records -> assertThat(records).hasSize(2));

    @Test
    void theAnswerSaysWhatWasDoneAndThatItIsRetried() {
        given().queryParam("tag", "books").queryParam("mode", "stale").post("/q/use-cache/revalidate").then().statusCode(503)
                .header("Retry-After", "5").header("Cache-Control", "no-store").contentType("application/problem+json")
                .body("", aMapWithSize(7), "type", equalTo("about:blank"), "title", equalTo("Service Unavailable"), "status",
                        equalTo(503), "detail",
                        equalTo("The tags are revalidated on this node, but other nodes could not be told. "
                                + "They will be, without another request."),
                        "tags", contains("books"), "mode", equalTo("stale"), "sequence", equalTo(7));
    }

    @Test
    void clearingSaysSoToo() {
        given().queryParam("cache", "shop").post("/q/use-cache/clear").then().statusCode(503).header("Retry-After", "5")
                .contentType("application/problem+json").body("", aMapWithSize(5), "detail",
                        equalTo("The entries are dropped on this node, but other nodes could not be told. They will be, "
                                + "without another request."),
                        "cache", equalTo("shop"));
    }

    @Test
    void aFailureIsAProblemToo() {
        given().queryParam("tag", "broken").post("/q/use-cache/revalidate").then().statusCode(500)
                .contentType("application/problem+json").header("Cache-Control", "no-store")
                .body("detail", equalTo("The request failed. The log of the application says why."));
        given().header("Content-Type", "application/json").body("{\"all\":true}".getBytes()).post("/q/use-cache/clear").then()
                .statusCode(500);
    }

    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class AloneTagCache implements TagCache, Clearing {

        @Override
        public Revalidation revalidateTag(String... tags) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Revalidation revalidateTag(RevalidationMode mode, String... tags) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Revalidation> revalidateTagAsync(RevalidationMode mode, String... tags) {
            return tags[0].equals("broken") ? Uni.createFrom().failure(new IllegalStateException("broken"))
                    : Uni.createFrom().item(new Revalidation(List.of(tags), mode, 7, false, ""));
        }

        @Override
        public void clear(String cacheName) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Boolean> clearing(String cacheName) {
            return CompletableFuture.completedStage(false);
        }

        @Override
        public void clearAll() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Boolean> clearingAll() {
            throw new IllegalStateException("broken");
        }

        @Override
        public <T> T get(String cacheName, Object key, Callable<T> loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T get(String cacheName, Object key, Class<T> type, Callable<T> loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T get(String cacheName, Object key, TypeLiteral<T> type, Callable<T> loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Uni<T> getAsync(String cacheName, Object key, Supplier<Uni<T>> loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Uni<T> getAsync(String cacheName, Object key, Class<T> type, Supplier<Uni<T>> loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Uni<T> getAsync(String cacheName, Object key, TypeLiteral<T> type, Supplier<Uni<T>> loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean await(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> awaitAsync(String token) {
            throw new UnsupportedOperationException();
        }
    }
}
