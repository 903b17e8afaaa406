package io.quarkiverse.usecache.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.core.json.JsonObject;

/** In dev mode, a value that was changed after it was cached is marked, and its method is logged once. */
@Tag("slow")
class MutationTest {

    @RegisterExtension
    static final QuarkusDevModeTest APP = Application.withShop().setLogRecordPredicate(
            entry -> entry.getLoggerName().startsWith("io.quarkiverse.usecache.dev"));

    @Test
    void aChangedValueIsMarkedAndLoggedOnce() throws Exception {
        Application.get("/shop/list/2");
        Application.get("/shop/list/3");
        assertThat(mutated("(2)")).isFalse();

        Application.delete("/shop/list/2");
        Application.delete("/shop/list/3");

        assertThat(mutated("(2)")).isTrue();
        assertThat(mutated("(3)")).isTrue();
        assertThat(APP.getLogRecords()).filteredOn(entry -> entry.getMessage().contains("changed after it was cached"))
                .singleElement().satisfies(entry -> assertThat(entry.getParameters()[0]).hasToString(
                        Shop.class.getName() + "#articles(int)"));
    }

    private static boolean mutated(String key) throws Exception {
        JsonObject page = JsonRpc.object("entries", "cache", "lists", "text", key);
        return page.getJsonArray("entries").getJsonObject(0).getBoolean("mutated");
    }
}
