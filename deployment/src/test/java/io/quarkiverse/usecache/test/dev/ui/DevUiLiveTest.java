package io.quarkiverse.usecache.test.dev.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.dev.Application;
import io.quarkiverse.usecache.test.dev.JsonRpc;
import io.quarkiverse.usecache.test.dev.JsonRpcStream;
import io.quarkiverse.usecache.test.dev.Shop;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.core.json.JsonObject;

/** Dev UI streams what happens, for as long as somebody looks. */
@Tag("slow")
class DevUiLiveTest {

    @RegisterExtension
    static final QuarkusDevModeTest APP = Application.withShop();

    @Test
    void whatHappensIsStreamed() throws Exception {
        Application.get("/shop/articles/1");
        try (JsonRpcStream live = new JsonRpcStream("live",
                JsonRpc.params("text", "ARTICLE", "kinds", "hit,miss,load,revalidation", "watcher", "me"))) {
            live.next(batch -> true);
            assertThat(JsonRpc.call("watching", JsonRpc.params("watcher", "me"))).isEqualTo(true);

            Application.get("/shop/secret");
            Application.get("/shop/articles/2");
            JsonObject batch = live.next(one -> kinds(one).contains("LOAD"));
            assertThat(kinds(batch)).doesNotContain("REVALIDATION");
            JsonObject load = event(batch, "LOAD");
            assertThat(load.getString("method")).isEqualTo("Shop#article(int)");
            assertThat(load.getString("function")).isEqualTo(Shop.class.getName() + "#article(int)");
            assertThat(load.getString("key")).isEqualTo("(1)");
            assertThat(load.getDouble("millis")).isNotNegative();
            assertThat(load.getLong("atMillis")).isPositive();

            JsonRpc.object("revalidate", "tag", "articles", "mode", "stale");
            JsonObject revalidation = event(live.next(one -> kinds(one).contains("REVALIDATION")), "REVALIDATION");
            assertThat(revalidation.getJsonArray("tags")).containsExactly("articles");
            assertThat(revalidation.getString("mode")).isEqualTo("STALE");
            assertThat(revalidation.getString("origin")).isEqualTo("LOCAL");

            for (int i = 0; i < 5; i++) {
                Application.get("/shop/articles/100");
            }
            JsonObject full = live.next(one -> one.getJsonArray("events").size() == 100);
            assertThat(full.getLong("dropped")).isPositive();
            assertThat(full.getJsonObject("counts").getLong("misses")).isPositive();
        }
        await().untilAsserted(() -> assertThat(JsonRpc.call("watching", JsonRpc.params("watcher", "me"))).isEqualTo(false));
        assertThat(((JsonObject) JsonRpc.call("counts")).getLong("revalidations")).isEqualTo(1);
    }

    private static List<String> kinds(JsonObject batch) {
        return Application.objects(batch.getJsonArray("events")).stream().map(event -> event.getString("kind")).toList();
    }

    private static JsonObject event(JsonObject batch, String kind) {
        return Application.objects(batch.getJsonArray("events")).stream()
                .filter(event -> event.getString("kind").equals(kind)).findFirst().orElseThrow();
    }
}
