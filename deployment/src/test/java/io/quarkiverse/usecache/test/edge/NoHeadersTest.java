package io.quarkiverse.usecache.test.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkus.test.QuarkusUnitTest;

/** There are none unless they are asked for. */
@Timeout(60)
class NoHeadersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Catalogue.class,
                    Stock.class, ShopResource.class, MappedExceptions.class));

    @Inject
    CacheListeners listeners;

    @Test
    void answersSayNothingOfCachedCalls() {
        var headers = given().header("If-None-Match", "W/\"x\"").get("/shop/product/1").headers();

        assertThat(Stream.of("Cache-Tag", "Surrogate-Key", "xkey", "Cache-Groups", "Cache-Control", "CDN-Cache-Control", "Age",
                "Cache-Status", "ETag").filter(headers::hasHeaderWithName)).isEmpty();
    }

    /** A hit pays for nothing but its counter. */
    @Test
    void nobodyListens() {
        assertThat(listeners.isEmpty()).isTrue();
    }
}
