package io.quarkiverse.usecache.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** Responses in dev mode do not tell which cached calls were made for them, if that is not wanted, and neither does the log. */
@Tag("slow")
class CacheStatusDisabledTest {

    private static final String CATEGORY = "io.quarkiverse.usecache.requests";

    @RegisterExtension
    static final QuarkusDevModeTest APP = Application.withShop()
            .setBuildSystemProperty("quarkus.use-cache.dev.cache-status.enabled", "false")
            .setBuildSystemProperty("quarkus.log.category.\"" + CATEGORY + "\".level", "DEBUG")
            .setLogRecordPredicate(entry -> entry.getLoggerName().equals(CATEGORY));

    @Test
    void noCallIsTold() {
        assertThat(Application.get("/shop/list/1").header("Cache-Status")).isNull();
        assertThat(APP.getLogRecords()).isEmpty();
    }
}
