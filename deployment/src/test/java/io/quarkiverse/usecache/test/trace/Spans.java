package io.quarkiverse.usecache.test.trace;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** Keeps the spans that have ended. */
@Singleton
public class Spans implements SpanProcessor {

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();

    static QuarkusUnitTest application() {
        return new QuarkusUnitTest()
                .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-opentelemetry", Version.getVersion())))
                .overrideConfigKey("quarkus.otel.traces.exporter", "none")
                .overrideConfigKey("quarkus.otel.metrics.enabled", "false");
    }

    void clear() {
        ended.clear();
    }

    List<SpanData> all() {
        return List.copyOf(ended);
    }

    SpanData named(String name) {
        return await().until(() -> ended.stream().filter(span -> span.getName().equals(name)).findFirst().orElse(null),
                span -> span != null);
    }

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
}
