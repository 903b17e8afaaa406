package io.quarkiverse.usecache.runtime.observability.trace;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.quarkus.runtime.StartupEvent;

/** Begins spans, once the application has started: what is called before leaves none. */
@Singleton
public class Tracing {

    static final AttributeKey<String> CACHE = AttributeKey.stringKey("use_cache.cache");
    static final AttributeKey<String> METHOD = AttributeKey.stringKey("use_cache.method");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("use_cache.outcome");

    private static final String NAME = "io.quarkiverse.usecache";

    private volatile Tracer tracer = TracerProvider.noop().get(NAME);

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event, Instance<OpenTelemetry> telemetry) {
        if (telemetry.isResolvable()) {
            use(telemetry.get().getTracer(NAME));
        }
    }

    void use(Tracer other) {
        tracer = other;
    }

    SpanBuilder span(String name) {
        return tracer.spanBuilder(name);
    }
}
