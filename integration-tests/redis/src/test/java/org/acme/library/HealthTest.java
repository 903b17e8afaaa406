package org.acme.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What operators see of the store. */
@QuarkusTest
@WithTestResource(HealthTest.QuickResource.class)
@Timeout(120)
class HealthTest {

    /** The test waits for the store to count as away. */
    public static class QuickResource extends RedisResource {

        @Override
        public Map<String, String> start() {
            return merged(super.start(), Map.of("quarkus.use-cache.redis.lease", "6s",
                    "quarkus.use-cache.redis.command-timeout", "2s"));
        }
    }

    RedisServer server;

    private static Map<String, Object> data(Response health) {
        return health.path("checks.find { it.name == 'Shared store of the cache' }.data");
    }

    private static Response awaitStore(String state) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> given().get("/q/health/ready"),
                health -> data(health).get("store").equals(state));
    }

    @Test
    void readinessSaysHowTheStoreIsAndStaysUpWithoutIt() {
        Response running = awaitStore("running");
        assertThat(running.statusCode()).isEqualTo(200);
        assertThat(data(running)).containsEntry("failover-detection", "true").containsEntry("lag", 0)
                .containsEntry("pending", 0).containsKeys("generation", "applied", "lease-age-millis");

        server.kill();
        assertThat(awaitStore("away").statusCode()).isEqualTo(200);
        given().post("/books/Momo/bean").then().statusCode(204);
        assertThat(data(awaitStore("away"))).containsEntry("pending", 1);

        server.restart();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(data(awaitStore("running")))
                .containsEntry("pending", 0));
        given().get("/q/health/live").then().statusCode(200);
    }
}
