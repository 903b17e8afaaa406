package io.quarkiverse.usecache.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.core.json.JsonObject;

/** Values that were changed after they were cached are not looked for in dev mode, if that is not wanted. */
@Tag("slow")
class MutationWatchDisabledTest {

    @RegisterExtension
    static final QuarkusDevModeTest APP = Application.withShop()
            .setBuildSystemProperty("quarkus.use-cache.dev.mutation-watch.enabled", "false")
            .setLogRecordPredicate(entry -> entry.getLoggerName().startsWith("io.quarkiverse.usecache.dev"));

    @Test
    void aChangedValueIsNotMarked() throws Exception {
        Application.get("/shop/list/2");
        Application.delete("/shop/list/2");

        JsonObject entry = JsonRpc.object("entries", "cache", "lists").getJsonArray("entries").getJsonObject(0);
        assertThat(entry.getString("key")).isEqualTo("(2)");
        assertThat(entry.getBoolean("mutated")).isFalse();
        assertThat(APP.getLogRecords()).isEmpty();
    }
}
