package io.quarkiverse.usecache.test.dev.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkiverse.usecache.test.DevMode;
import io.quarkiverse.usecache.test.dev.JsonRpc;
import io.quarkiverse.usecache.test.dev.Shop;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Dev UI lists the cached methods with their live entries. */
@Tag("slow")
class DevUiFunctionsTest {

    @RegisterExtension
    static final QuarkusDevModeTest APP = DevMode.test()
            .withApplicationRoot(jar -> jar.addClass(Shop.class));

    @Test
    void functionsAreDescribed() throws Exception {
        JsonArray functions = (JsonArray) JsonRpc.call("functions");

        assertThat(functions.stream().map(JsonObject.class::cast).map(function -> function.getString("method")))
                .containsExactly("DevUiFunctionsTest.Shop#mine(long)", "DevUiFunctionsTest.Shop#names(String[], int)");
        assertThat(functions.getJsonObject(0)).isEqualTo(JsonRpc.params(
                "function", Shop.class.getName() + "#mine(long)", "method", "DevUiFunctionsTest.Shop#mine(long)",
                "declaringClass", Shop.class.getName(),
                "bean", Shop.class.getName(), "returnType", "java.lang.String", "cache", "baskets", "visibility", "private",
                "tags", JsonArray.of(), "life", JsonObject.of("stale", "5m", "revalidate", "15m", "expire", "never"),
                "store", "embedded", "entries", 0, "hits", 0, "staleHits", 0, "misses", 0, "joined", 0, "sharedHits", 0,
                "loads", 0, "failures", 0));
        JsonObject names = functions.getJsonObject(1);
        assertThat(names.getString("visibility")).isEqualTo("shared");
        assertThat(names.getJsonArray("tags")).containsExactly("products", "size:{size}");
        assertThat(names.getJsonObject("life")).isEqualTo(
                JsonObject.of("stale", "90s", "revalidate", "36h", "expire", "7d"));
    }

    @Test
    void liveEntriesAreCountedUntilTheyAreRevalidated() throws Exception {
        given().get(DevMode.url("/shop")).then().statusCode(200);
        assertThat(JsonRpc.call("liveEntries")).isEqualTo(1);
        assertThat(((JsonArray) JsonRpc.call("functions")).getJsonObject(1).getInteger("entries")).isEqualTo(1);

        given().post(DevMode.url("/shop")).then().statusCode(204);
        assertThat(JsonRpc.call("liveEntries")).isEqualTo(0);
    }

    @Test
    void whatBecomesOfCallsIsCounted() throws Exception {
        given().post(DevMode.url("/shop")).then().statusCode(204);
        JsonObject before = ((JsonArray) JsonRpc.call("functions")).getJsonObject(1);
        given().get(DevMode.url("/shop")).then().statusCode(200);
        given().get(DevMode.url("/shop")).then().statusCode(200);

        JsonObject after = ((JsonArray) JsonRpc.call("functions")).getJsonObject(1);
        assertThat(after.getInteger("misses") - before.getInteger("misses")).isEqualTo(1);
        assertThat(after.getInteger("loads") - before.getInteger("loads")).isEqualTo(1);
        assertThat(after.getInteger("hits") - before.getInteger("hits")).isEqualTo(1);
        assertThat(after.getInteger("failures")).isZero();
        assertThat(after.getDouble("hitRatio")).isBetween(0.1, 0.9);
        assertThat(after.getDouble("medianMillis")).isNotNegative();
        assertThat(after.getDouble("p99Millis")).isGreaterThanOrEqualTo(after.getDouble("medianMillis"));
        assertThat((String) JsonRpc.call("hitRatio")).matches("\\d+%");
    }

    @Path("shop")
    public static class Shop {

        @Inject
        TagCache tagCache;

        @GET
        public String all() {
            return String.join(",", names(new String[] { "a" }, 1));
        }

        @POST
        public void revalidate() {
            tagCache.revalidateTag("products");
        }

        @UseCache
        @CacheTag({ "products", "size:{size}" })
        @CacheLife(stale = "90s", revalidate = "36h", expire = "7d")
        List<String> names(String[] prefixes, int size) {
            return List.of(prefixes);
        }

        @UseCache(value = "baskets", visibility = Visibility.PRIVATE)
        String mine(long id) {
            return "basket " + id;
        }
    }
}
