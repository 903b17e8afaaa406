package io.quarkiverse.usecache.test.conformance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;

/** Case 57: caching switched off. */
class DisabledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(DisabledTest.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.enabled", "false");

    @Inject
    Shop shop;

    @Test
    void case57SwitchedOffEveryCallExecutesAndTheEndpointHasNothingToDo() {
        assertThat(shop.value()).isEqualTo(1);
        assertThat(shop.value()).isEqualTo(2);
        given().queryParam("tag", "shop").queryParam("count", true).post("/q/use-cache/revalidate").then().statusCode(200)
                .body("entries", equalTo(0));
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @UseCache
        @CacheTag("shop")
        public int value() {
            CachedCall.cacheTag("also");
            return EXECUTIONS.incrementAndGet();
        }
    }
}
