package io.quarkiverse.usecache.test.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.LogRecord;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusDevModeTest;

/** In dev mode, responses and the log tell which cached calls were made for a request. */
@Tag("slow")
class TraceTest {

    private static final String CATEGORY = "io.quarkiverse.usecache.requests";

    @RegisterExtension
    static final QuarkusDevModeTest APP = Application.withShop()
            .setBuildSystemProperty("quarkus.log.category.\"" + CATEGORY + "\".level", "DEBUG")
            .setLogRecordPredicate(entry -> entry.getLoggerName().equals(CATEGORY));

    @Test
    void theCachedCallsOfARequestAreTold() {
        assertThat(Application.get("/shop/list/1").header("Cache-Status")).matches(
                "lists;fwd=miss;key=\"Shop#articles\\(int\\)\\(1\\)\";detail=\"\\d+\\.\\d ms\", "
                        + "articles;fwd=miss;key=\"Shop#article\\(int\\)\\(0\\)\";detail=\"\\d+\\.\\d ms\"");
        assertThat(Application.get("/shop/list/1").header("Cache-Status"))
                .matches("lists;hit;ttl=8\\d\\d;key=\"Shop#articles\\(int\\)\\(1\\)\"");
        assertThat(Application.get("/shop/articles/30").header("Cache-Status")).endsWith("use-cache;detail=\"10 more calls\"");
        assertThat(Application.get("/shop/elsewhere").header("Cache-Status"))
                .matches("articles;hit;ttl=35\\d\\d;key=\"Shop#article\\(int\\)\\(1\\)\"");
        assertThat(Application.get("/shop/none").header("Cache-Status")).isNull();

        assertThat(APP.getLogRecords()).extracting(TraceTest::text).anySatisfy(line -> assertThat(line)
                .isEqualTo("[GET /shop/list/1] made the cached calls [Shop#articles(int)(1) hit]"));
    }

    private static String text(LogRecord entry) {
        return ((ExtLogRecord) entry).getFormattedMessage();
    }
}
