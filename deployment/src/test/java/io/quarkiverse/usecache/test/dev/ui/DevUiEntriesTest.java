package io.quarkiverse.usecache.test.dev.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.dev.Application;
import io.quarkiverse.usecache.test.dev.JsonRpc;
import io.quarkiverse.usecache.test.dev.Shop;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.core.json.JsonObject;

/** Dev UI lists the entries that are asked for, page by page. */
@Tag("slow")
class DevUiEntriesTest {

    @RegisterExtension
    static final QuarkusDevModeTest APP = Application.withShop();

    @Test
    void anEntryIsDescribedAndItsHitsAreCounted() throws Exception {
        load();
        JsonObject page = JsonRpc.object("entries", "tag", "article:7");

        assertThat(page.getInteger("total")).isEqualTo(1);
        JsonObject entry = page.getJsonArray("entries").getJsonObject(0);
        assertThat(entry.getString("method")).isEqualTo("Shop#article(int)");
        assertThat(entry.getString("function")).isEqualTo(Shop.class.getName() + "#article(int)");
        assertThat(entry.getString("cache")).isEqualTo("articles");
        assertThat(entry.getString("key")).isEqualTo("(7)");
        assertThat(entry.getString("state")).isEqualTo("FRESH");
        assertThat(entry.getJsonArray("tags")).containsExactlyInAnyOrder("articles", "article:7");
        assertThat(entry.getLong("revalidateMillis")).isEqualTo(3_600_000);
        assertThat(entry.getLong("expireMillis")).isEqualTo(86_400_000);
        assertThat(entry.getLong("ageMillis")).isBetween(0L, 60_000L);
        assertThat(entry.getLong("hits")).isZero();

        Application.get("/shop/articles/8");
        assertThat(JsonRpc.object("entries", "tag", "article:7").getJsonArray("entries").getJsonObject(0).getLong("hits"))
                .isEqualTo(1);
        assertThat(keys(JsonRpc.object("entries", "cache", "articles", "sort", "hits", "descending", true, "limit", 2)))
                .containsExactlyInAnyOrder("(0)", "(1)");
    }

    @Test
    void thePartOfTheEntriesIsListedThatIsAskedFor() throws Exception {
        load();
        JsonObject page = JsonRpc.object("entries", "cache", "articles", "sort", "key", "offset", 1, "limit", 2);
        assertThat(page.getInteger("total")).isEqualTo(12);
        assertThat(keys(page)).containsExactly("(1)", "(2)");
        assertThat(keys(JsonRpc.object("entries", "cache", "articles", "sort", "key", "descending", true, "limit", 2)))
                .containsExactly("(11)", "(10)");

        assertThat(keys(JsonRpc.object("entries", "sort", "function", "offset", 8)))
                .containsExactly("(8)", "(9)", "(10)", "(11)", "(2)");

        JsonObject behind = JsonRpc.object("entries", "offset", 1000);
        assertThat(behind.getInteger("total")).isEqualTo(13);
        assertThat(keys(behind)).isEmpty();

        assertThat(JsonRpc.object("entries", "text", "ARTICLES(").getInteger("total")).isEqualTo(1);
        assertThat(JsonRpc.object("entries", "text", "(11)").getInteger("total")).isEqualTo(1);
        assertThat(JsonRpc.object("entries", "text", "article:1").getInteger("total")).isEqualTo(4);

        assertThat(JsonRpc.object("entries", "function", "Shop#article(int)").getInteger("total")).isEqualTo(12);
        assertThat(JsonRpc.object("entries", "function", Shop.class.getName() + "#article(int)").getInteger("total"))
                .isEqualTo(12);

        assertThat(JsonRpc.object("entries", "state", "fresh").getInteger("total")).isEqualTo(13);
        assertThat(JsonRpc.object("entries", "state", "stale").getInteger("total")).isZero();

        assertThat(JsonRpc.answer("entries", JsonRpc.params("state", "rotten")).getJsonObject("error").getString("message"))
                .contains("There is no state [rotten]", "[loading, fresh, stale, expiring]");
    }

    private static void load() {
        Application.get("/shop/articles/12");
        Application.get("/shop/list/2");
    }

    private static List<String> keys(JsonObject page) {
        return Application.objects(page.getJsonArray("entries")).stream().map(entry -> entry.getString("key")).toList();
    }
}
