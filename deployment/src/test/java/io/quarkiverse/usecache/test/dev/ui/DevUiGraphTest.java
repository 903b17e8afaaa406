package io.quarkiverse.usecache.test.dev.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.dev.Application;
import io.quarkiverse.usecache.test.dev.JsonRpc;
import io.quarkiverse.usecache.test.dev.Shop;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.core.json.JsonObject;

/** Dev UI shows which methods carry which tags, and call which others. */
@Tag("slow")
class DevUiGraphTest {

    private static final String ARTICLE = Shop.class.getName() + "#article(int)";
    private static final String ARTICLES = Shop.class.getName() + "#articles(int)";

    @RegisterExtension
    static final QuarkusDevModeTest APP = Application.withShop();

    @Test
    void whatBelongsTogetherIsLinked() throws Exception {
        Application.get("/shop/list/2");

        JsonObject graph = JsonRpc.object("graph", "limit", 1000);

        assertThat(Application.objects(graph.getJsonArray("functions"))).extracting(one -> one.getString("function"))
                .contains(ARTICLE, ARTICLES);
        assertThat(Application.objects(graph.getJsonArray("tags"))).contains(JsonObject.of("tag", "articles", "entries", 3));
        assertThat(Application.objects(graph.getJsonArray("links"))).contains(
                JsonObject.of("function", ARTICLE, "tag", "articles", "entries", 2),
                JsonObject.of("function", ARTICLES, "tag", "articles", "entries", 1),
                JsonObject.of("function", ARTICLES, "tag", "lists", "entries", 1));
        assertThat(Application.objects(graph.getJsonArray("calls")))
                .containsExactly(JsonObject.of("outer", ARTICLES, "inner", ARTICLE));
        assertThat(graph.getInteger("hiddenTags")).isZero();
    }
}
