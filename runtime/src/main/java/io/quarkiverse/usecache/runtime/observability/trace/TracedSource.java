package io.quarkiverse.usecache.runtime.observability.trace;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Gives each load a span: a part of its caller's, or, for one that runs behind its caller, of none, with a link to it.
 *
 * @param caller of a load behind it: where it was; {@code null} for others
 */
record TracedSource(Source source, CachedMethod method, Tracing tracing, Context caller) implements Source {

    @Override
    public Source alone() {
        return new TracedSource(source.alone(), method, tracing, caller);
    }

    @Override
    public Source behind() {
        return new TracedSource(source.behind(), method, tracing, Context.current());
    }

    @Override
    public Object value(Request request, Callable<Object> call) throws Exception {
        LoadSpan span = begin(request);
        try (Scope scope = span.enter()) {
            Object value = source.value(request, () -> {
                span.called();
                return call.call();
            });
            span.ended(value);
            return value;
        } catch (Throwable failure) {
            span.failed(failure);
            throw failure;
        }
    }

    /**
     * What a stage of the method begins later is part of what its context holds then, which is not changed for the time of the
     * load: other calls of the same request run on it too.
     */
    @Override
    public Uni<?> deferred(Request request, Supplier<Uni<?>> call) {
        return Uni.createFrom().context(subscriber -> Uni.createFrom().emitter(emitter -> {
            LoadSpan span = begin(request);
            try (Scope scope = span.enter()) {
                source.deferred(request, () -> called(span, call)).subscribe().with(subscriber,
                        item -> ended(span, item, emitter), failure -> failed(span, failure, emitter));
            } catch (RuntimeException | Error failure) {
                failed(span, failure, emitter);
            }
        }));
    }

    private static Uni<?> called(LoadSpan span, Supplier<Uni<?>> call) {
        span.called();
        try (Scope scope = span.enter()) {
            return call.get();
        }
    }

    private static void ended(LoadSpan span, Object item, UniEmitter<Object> emitter) {
        span.ended(item);
        emitter.complete(item);
    }

    private static void failed(LoadSpan span, Throwable failure, UniEmitter<Object> emitter) {
        span.failed(failure);
        emitter.fail(failure);
    }

    @Override
    public void ended(Request request, Outcome outcome) {
        source.ended(request, outcome);
    }

    private LoadSpan begin(Request request) {
        SpanBuilder builder = tracing.span(name(request.isRefresh() ? "refresh " : "load "))
                .setAttribute(Tracing.CACHE, method.descriptor().cache())
                .setAttribute(Tracing.METHOD, method.toString());
        if (caller != null) {
            builder.setNoParent().addLink(Span.fromContext(caller).getSpanContext());
        }
        Span load = builder.startSpan();
        return new LoadSpan(load, asksStore(request) ? lookup(load) : null);
    }

    private Span lookup(Span load) {
        return tracing.span(name("lookup ")).setParent(Context.current().with(load)).startSpan();
    }

    /** Whether other nodes may have the value. */
    private boolean asksStore(Request request) {
        return source != METHOD && !method.perPrincipal() && request.view().provenance() != null;
    }

    private String name(String what) {
        MethodId id = method.descriptor().id();
        return what + id.declaringClass().substring(id.declaringClass().lastIndexOf('.') + 1) + "." + id.name();
    }
}
