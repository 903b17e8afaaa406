package io.quarkiverse.usecache.runtime.observability.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.store.Provenance;
import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.smallrye.mutiny.Uni;

/** The spans of loads that ask a shared store. */
@Timeout(30)
class TracedSourceTest {

    private record FromNowhere() implements Provenance {
        @Override
        public Provenance with(Provenance inner, TagStamps tags) {
            return this;
        }

        @Override
        public boolean fromElsewhere() {
            return false;
        }
    }

    private static final Source.Request REQUEST = new Source.Request(null,
            new ReadView(0, null, true, new FromNowhere()), null, false);

    private final List<SpanData> ended = new ArrayList<>();
    private final Tracing tracing = new Tracing();

    TracedSourceTest() {
        tracing.use(SdkTracerProvider.builder().addSpanProcessor(new SpanProcessor() {
            @Override
            public void onStart(Context parent, ReadWriteSpan span) {
            }

            @Override
            public boolean isStartRequired() {
                return false;
            }

            @Override
            public void onEnd(ReadableSpan span) {
                ended.add(span.toSpanData());
            }

            @Override
            public boolean isEndRequired() {
                return true;
            }
        }).build().get("test"));
    }

    private TracedSource traced(Source source) {
        Lifetime forEver = new Lifetime(Lifetime.NEVER, Lifetime.NEVER, Lifetime.NEVER);
        CachedMethod method = new CachedMethod(new CachedMethodDescriptor(
                new MethodId("org.acme.Shop", "org.acme.Shop", "price", List.of()), ReturnKind.VALUE, "prices", false, true,
                null, List.of(), List.of(), new LifeRule(forEver, false, false, false, null), "java.lang.Object"),
                name -> forEver);
        return new TracedSource(source, method, tracing, null);
    }

    private SpanData ended(int index, String name, String outcome) {
        SpanData span = ended.get(index);
        assertThat(span.getName()).isEqualTo(name);
        assertThat(span.getAttributes().get(Tracing.OUTCOME)).isEqualTo(outcome);
        return span;
    }

    @Test
    void aValueOfTheStoreIsALookupThatHits() throws Exception {
        traced(new Source() {
            @Override
            public Object value(Request request, Callable<Object> method) {
                return new Promoted(null);
            }
        }).value(REQUEST, () -> "loaded");
        SpanData lookup = ended(0, "lookup Shop.price", "hit");
        assertThat(lookup.getParentSpanId()).isEqualTo(ended(1, "load Shop.price", "shared").getSpanId());
    }

    @Test
    void aLookupThatMissesEndsBeforeTheMethodRuns() throws Exception {
        traced(new Source() {
        }).value(REQUEST, () -> {
            ended(0, "lookup Shop.price", "miss");
            return "loaded";
        });
        ended(1, "load Shop.price", "success");
    }

    @Test
    void anAsynchronousLoadAsksToo() {
        traced(new Source() {
        }).deferred(REQUEST, () -> Uni.createFrom().item("loaded")).await().indefinitely();
        ended(0, "lookup Shop.price", "miss");
        ended(1, "load Shop.price", "success");
    }

    @Test
    void aLoadForItsCallerAloneAsksNobody() throws Exception {
        traced(new Source() {
        }).alone().value(REQUEST, () -> "loaded");
        assertThat(ended).hasSize(1);
    }
}
