package io.quarkiverse.usecache.test.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkus.test.QuarkusUnitTest;

/** The spans of what the cache does for a caller that has one. */
@Timeout(120)
class TraceTest {

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("use_cache.outcome");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Spans.application()
            .withApplicationRoot(root -> root.addClasses(Shop.class, Spans.class, HandTicker.class))
            .overrideConfigKey("quarkus.use-cache.tracing.hits", "true");

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @Inject
    Spans spans;

    @Inject
    Tracer tracer;

    @BeforeEach
    void clear() {
        tagCache.clearAll();
        spans.clear();
    }

    private void asCaller(Runnable calls) {
        Span caller = tracer.spanBuilder("caller").startSpan();
        try (Scope scope = caller.makeCurrent()) {
            calls.run();
        } finally {
            caller.end();
        }
    }

    private SpanData caller() {
        return spans.named("caller");
    }

    private static void assertPart(SpanData part, SpanData whole) {
        assertThat(part.getParentSpanId()).isEqualTo(whole.getSpanId());
        assertThat(part.getTraceId()).isEqualTo(whole.getTraceId());
    }

    @Test
    void aLoadIsPartOfItsCallAndWhatTheMethodDoesIsPartOfTheLoad() {
        asCaller(() -> shop.price("a"));
        SpanData load = spans.named("load Shop.price");
        assertPart(load, caller());
        assertPart(spans.named("query"), load);
        assertThat(load.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("use_cache.cache"), "prices").containsEntry(OUTCOME, "success")
                .containsEntry(AttributeKey.stringKey("use_cache.method"), Shop.class.getName() + "#price(java.lang.String)");
    }

    @Test
    void anAsynchronousLoadToo() {
        asCaller(() -> shop.later("a").await().atMost(Duration.ofSeconds(30)));
        SpanData load = spans.named("load Shop.later");
        assertPart(load, caller());
        assertPart(spans.named("query"), load);
        assertThat(load.getAttributes().get(OUTCOME)).isEqualTo("success");
    }

    @Test
    void hitsAreCountedInTheSpanAroundThem() {
        shop.price("a");
        spans.clear();
        asCaller(() -> {
            shop.price("a");
            shop.price("a");
        });
        assertThat(caller().getAttributes().get(AttributeKey.longKey("use_cache.hits"))).isEqualTo(2);
        assertThat(spans.all()).hasSize(1);
    }

    @Test
    void aLoadThatFailsSaysSo() {
        assertThatThrownBy(() -> shop.price("none")).isInstanceOf(IllegalStateException.class);
        SpanData load = spans.named("load Shop.price");
        assertThat(load.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(load.getEvents()).singleElement().matches(event -> event.getName().equals("exception"));
        assertThat(load.getAttributes().get(OUTCOME)).isEqualTo("failure");
    }

    @Test
    void aRefreshIsATraceOfItsOwnWithALinkToTheCallThatFoundTheStaleValue() {
        shop.price("a");
        ticker.advance(Duration.ofMinutes(2));
        spans.clear();
        asCaller(() -> shop.price("a"));
        SpanData refresh = spans.named("refresh Shop.price");
        assertThat(refresh.getParentSpanContext().isValid()).isFalse();
        assertThat(refresh.getLinks()).extracting(LinkData::getSpanContext).containsExactly(caller().getSpanContext());
        assertPart(spans.named("query"), refresh);
        assertThat(caller().getAttributes().get(AttributeKey.longKey("use_cache.stale_hits"))).isEqualTo(1);
    }

    @Test
    void aRevalidationIsPartOfItsCall() {
        asCaller(() -> tagCache.revalidateTag("price:a", "price:b"));
        SpanData revalidation = spans.named("revalidate");
        assertPart(revalidation, caller());
        assertThat(revalidation.getAttributes().asMap())
                .containsEntry(AttributeKey.stringArrayKey("use_cache.tags"), List.of("price:a", "price:b"))
                .containsEntry(AttributeKey.stringKey("use_cache.mode"), "expire")
                .containsEntry(AttributeKey.booleanKey("use_cache.propagated"), true);
    }

    @Test
    void clearingIsAsWell() {
        asCaller(() -> tagCache.clear("prices"));
        assertPart(spans.named("clear"), caller());
    }
}
