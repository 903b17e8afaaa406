package io.quarkiverse.usecache.test.trace;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;

/** An application that has OpenTelemetry and wants no spans of the cache. */
@Timeout(120)
class TraceDisabledTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Spans.application()
            .withApplicationRoot(root -> root.addClasses(Shop.class, Spans.class))
            .overrideConfigKey("quarkus.use-cache.tracing.enabled", "false")
            .overrideConfigKey("quarkus.use-cache.tracing.hits", "true");

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    Spans spans;

    @Test
    void thereAreNone() {
        shop.price("a");
        tagCache.revalidateTag("price:a");
        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("query");
    }
}
