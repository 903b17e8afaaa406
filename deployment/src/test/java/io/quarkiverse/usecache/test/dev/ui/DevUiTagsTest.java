package io.quarkiverse.usecache.test.dev.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.dev.Application;
import io.quarkiverse.usecache.test.dev.JsonRpc;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.core.json.JsonObject;

/** Dev UI lists tags, says what a revalidation would reach, and revalidates. */
@Tag("slow")
class DevUiTagsTest {

    @RegisterExtension
    static final QuarkusDevModeTest APP = Application.withShop();

    @Test
    void tagsAreListedAndDryRunsReachNothing() throws Exception {
        load();
        JsonObject page = JsonRpc.object("tags", "text", "ARTICLES");

        assertThat(page.getInteger("total")).isEqualTo(1);
        JsonObject tag = page.getJsonArray("tags").getJsonObject(0);
        assertThat(tag.getString("tag")).isEqualTo("articles");
        assertThat(tag.getInteger("entries")).isEqualTo(6);
        assertThat(tag.getJsonArray("functions")).containsExactly("Shop#article(int)", "Shop#articles(int)");

        JsonObject most = JsonRpc.object("tags", "sort", "entries", "descending", true, "limit", 2);

        assertThat(Application.objects(most.getJsonArray("tags"))).extracting(one -> one.getString("tag"))
                .containsExactly("articles", "article:0");
        assertThat(most.getInteger("total")).isEqualTo(7);

        JsonObject reached = JsonRpc.object("dryRun", "tag", "article:1");

        assertThat(reached.getInteger("entries")).isEqualTo(2);
        assertThat(Application.objects(reached.getJsonArray("functions"))).containsExactly(
                JsonObject.of("function", "Shop#article(int)", "entries", 1),
                JsonObject.of("function", "Shop#articles(int)", "entries", 1));
        assertThat(Application.objects(reached.getJsonArray("sample"))).containsExactlyInAnyOrder(
                JsonObject.of("function", "Shop#article(int)", "key", "(1)"),
                JsonObject.of("function", "Shop#articles(int)", "key", "(2)"));
        assertThat(JsonRpc.object("dryRun", "tag", "article:1").getInteger("entries")).isEqualTo(2);
    }

    @Test
    void tagsAreRevalidatedAndCachesCleared() throws Exception {
        load();
        JsonObject done = JsonRpc.object("revalidate", "tag", "article:1", "mode", "expire");

        assertThat(done.getJsonArray("tags")).containsExactly("article:1");
        assertThat(done.getString("mode")).isEqualTo("EXPIRE");
        assertThat(done.getLong("sequence")).isPositive();
        await().untilAsserted(() -> {
            JsonObject tag = JsonRpc.object("tags", "text", "article:1").getJsonArray("tags").getJsonObject(0);
            assertThat(tag.getInteger("entries")).isZero();
            assertThat(tag.getJsonObject("lastRevalidation").getString("mode")).isEqualTo("EXPIRE");
            assertThat(tag.getJsonObject("lastRevalidation").getString("origin")).isEqualTo("LOCAL");
            assertThat(tag.getJsonObject("lastRevalidation").getLong("atMillis")).isPositive();
        });

        JsonRpc.object("revalidate", "tag", "article:3", "mode", "stale");

        assertThat(JsonRpc.object("entries", "tag", "article:3", "state", "stale").getInteger("total")).isEqualTo(1);

        assertThat(JsonRpc.call("clear", JsonRpc.params("cache", "articles"))).isEqualTo(4);

        assertThat(JsonRpc.call("liveEntries")).isEqualTo(0);
        assertThat(JsonRpc.answer("clear", JsonRpc.params("cache", "nothing")).getJsonObject("error").getString("message"))
                .contains("There is no cache [nothing]");
    }

    private static void load() {
        Application.get("/shop/articles/5");
        Application.get("/shop/list/2");
    }
}
