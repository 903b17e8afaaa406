package io.quarkiverse.usecache.test.endpoint.changes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.spi.WatchCheck;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.ext.web.RoutingContext;

@Timeout(60)
class WatchCheckTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(WatchCheckTest.class, EventStream.class, OwnRoom.class))
            .overrideConfigKey("quarkus.use-cache.endpoint.changes.enabled", "true");

    /** Lets each client watch one room. */
    @Singleton
    public static class OwnRoom implements WatchCheck {

        @Override
        public boolean mayWatch(RoutingContext request, String tag) {
            return tag.equals("room:" + request.request().getHeader("X-Room"));
        }
    }

    @Inject
    TagCache tagCache;

    @Test
    void tellsWhatTheApplicationAllows() throws Exception {
        try (EventStream stream = EventStream.open("?tag=room:1", null, "X-Room: 1")) {
            tagCache.revalidateTag("room:2");
            tagCache.revalidateTag("room:1");

            assertThat(stream.next()).contains("room:1");
        }
    }

    @ParameterizedTest
    @CsvSource({ "?tag=room:2, room:2", "?tag=room:1&tag=room:*, room:*", "'', *" })
    void refusesAllElse(String query, String tag) {
        given().header("X-Room", "1").get("/q/use-cache/changes" + query).then().statusCode(403).body("detail",
                equalTo("The tag [" + tag + "] may not be watched by this client, as the application decides."));
    }
}
