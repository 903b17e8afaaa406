package io.quarkiverse.usecache.test.dev.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.dev.Application;
import io.quarkiverse.usecache.test.dev.JsonRpc;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Dev UI shows the value of one entry, and drops it. */
@Tag("slow")
class DevUiEntryTest {

    @RegisterExtension
    static final QuarkusDevModeTest APP = Application.withShop();

    @Test
    void valuesAreShownAsTheApplicationsJacksonWritesThem() throws Exception {
        Application.get("/shop/articles/3");
        Application.get("/shop/text/100000");
        Application.get("/shop/secret");

        JsonObject value = JsonRpc.object("entryValue", "id", id("article:2"));
        assertThat(new JsonObject(value.getString("json"))).isEqualTo(JsonObject.of("number", 2, "name", "article 2"));
        assertThat(value.getBoolean("truncated")).isFalse();
        assertThat(value.getString("problem")).isNull();

        JsonObject cutOff = JsonRpc.object("entryValue", "id", id("texts"));
        assertThat(cutOff.getString("json")).hasSize(64 * 1024).startsWith("\"xxx");
        assertThat(cutOff.getBoolean("truncated")).isTrue();

        JsonObject impossible = JsonRpc.object("entryValue", "id", id("secrets"));
        assertThat(impossible.getString("json")).isEqualTo("\"a secret\"");
        assertThat(impossible.getString("problem")).contains("not to be told");
    }

    @Test
    void anEvictedEntryIsGone() throws Exception {
        Application.get("/shop/articles/3");
        String id = id("article:2");

        assertThat(JsonRpc.call("evict", JsonRpc.params("id", id))).isEqualTo(true);

        assertThat(JsonRpc.object("entries", "tag", "article:2").getInteger("total")).isZero();
        assertThat(JsonRpc.object("entries", "tag", "article:1").getInteger("total")).isPositive();
        assertThat(JsonRpc.call("evict", JsonRpc.params("id", id))).isEqualTo(false);
        assertThat(JsonRpc.object("entryValue", "id", id).getString("problem")).isEqualTo("The entry is gone.");
    }

    private static String id(String tag) throws Exception {
        JsonArray entries = JsonRpc.object("entries", "tag", tag).getJsonArray("entries");
        return entries.getJsonObject(0).getString("id");
    }
}
