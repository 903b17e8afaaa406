package org.acme.library;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** An application that is to be out of service without its store starts without it all the same. */
@QuarkusTest
@WithTestResource(RequiredStoreTest.AbsentRedis.class)
@Timeout(120)
class RequiredStoreTest {

    /** It has been there once, so that its port is known. */
    public static class AbsentRedis extends RedisResource {

        @Override
        public Map<String, String> start() {
            Map<String, String> config = super.start();
            server().kill();
            return merged(config, Map.of("quarkus.use-cache.redis.health.required", "true"));
        }
    }

    RedisServer server;

    @Test
    void theApplicationIsReadyWhenTheStoreIsThere() {
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/books/Momo").then().statusCode(200);
        given().post("/q/use-cache/clear?all=true").then().statusCode(503).body("all", equalTo(true));
        server.restart();
        await().atMost(Duration.ofSeconds(60)).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }
}
