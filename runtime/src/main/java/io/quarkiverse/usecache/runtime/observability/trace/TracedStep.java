package io.quarkiverse.usecache.runtime.observability.trace;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.ReservedTags;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;

/**
 * A revalidation that leaves a span of the time in which the other nodes are told, for its caller, even if that is at the end
 * of a transaction. One that is rolled back leaves none.
 */
final class TracedStep implements Step {

    private static final AttributeKey<List<String>> TAGS = AttributeKey.stringArrayKey("use_cache.tags");
    private static final AttributeKey<String> MODE = AttributeKey.stringKey("use_cache.mode");
    private static final AttributeKey<Boolean> PROPAGATED = AttributeKey.booleanKey("use_cache.propagated");

    private final Step step;
    private final RevalidationMode mode;
    private final List<String> tags;
    private final Tracing tracing;
    private final Context caller = Context.current();

    TracedStep(Step step, RevalidationMode mode, List<String> tags, Tracing tracing) {
        this.step = step;
        this.mode = mode;
        this.tags = tags;
        this.tracing = tracing;
    }

    @Override
    public void here() {
        step.here();
    }

    @Override
    public CompletionStage<Told> elsewhere() {
        Span span = begin();
        return step.elsewhere().whenComplete((told, never) -> {
            if (told != null) {
                span.setAttribute(PROPAGATED, told.propagated());
            }
            span.end();
        });
    }

    /** Nobody waits for the other nodes. */
    @Override
    public void committed() {
        Span span = begin();
        try {
            step.committed();
        } finally {
            span.end();
        }
    }

    /** The tags that clear caches are not the application's. */
    private Span begin() {
        List<String> named = tags.stream().filter(tag -> !ReservedTags.isReserved(tag)).toList();
        return tracing.span(named.isEmpty() ? "clear" : "revalidate").setParent(caller).setAttribute(TAGS, named)
                .setAttribute(MODE, mode.name().toLowerCase(Locale.ROOT)).startSpan();
    }
}
