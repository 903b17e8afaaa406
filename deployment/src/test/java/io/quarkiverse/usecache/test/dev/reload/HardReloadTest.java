package io.quarkiverse.usecache.test.dev.reload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.DevMode;
import io.quarkus.test.QuarkusDevModeTest;
import io.smallrye.mutiny.Uni;

/** In dev mode, a request with {@code Cache-Control: no-cache} loads anew, and the following ones get what it has loaded. */
@Tag("slow")
class HardReloadTest {

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = DevMode.test().withApplicationRoot(root -> root
            .addClasses(Counters.class, CountersResource.class));

    /** One test, because each would start dev mode once more. */
    @Test
    void case59AHardReloadLoadsAnewWhateverTheMethodReturns() {
        Stream.of("value", "uni", "stage").forEach(HardReloadTest::aHardReloadLoadsAnew);
    }

    private static void aHardReloadLoadsAnew(String kind) {
        int cached = get(kind, "max-age=0");
        assertThat(get(kind, "max-age=0")).isEqualTo(cached);

        int reloaded = get(kind, "no-cache");

        assertThat(reloaded).isGreaterThan(cached);
        assertThat(get(kind, "max-age=0")).isEqualTo(reloaded);
    }

    private static int get(String kind, String cacheControl) {
        return Integer.parseInt(given().port(DevMode.PORT).header("Cache-Control", cacheControl).get("/counters/" + kind).then()
                .statusCode(200).extract().asString());
    }

    @ApplicationScoped
    public static class Counters {

        private final AtomicInteger executions = new AtomicInteger();

        @UseCache
        public int value() {
            return executions.incrementAndGet();
        }

        @UseCache
        public Uni<Integer> uni() {
            return Uni.createFrom().item(executions::incrementAndGet);
        }

        @UseCache
        public CompletionStage<Integer> stage() {
            return CompletableFuture.completedFuture(executions.incrementAndGet());
        }
    }

    @Path("/counters")
    public static class CountersResource {

        @Inject
        Counters counters;

        @GET
        @Path("/value")
        public String value() {
            return String.valueOf(counters.value());
        }

        @GET
        @Path("/uni")
        public Uni<String> uni() {
            return counters.uni().map(String::valueOf);
        }

        @GET
        @Path("/stage")
        public CompletionStage<String> stage() {
            return counters.stage().thenApply(String::valueOf);
        }
    }
}
