package io.quarkiverse.usecache.runtime.observability.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.quarkiverse.usecache.runtime.load.Source.Promoted;

/** The span of a load, and the one within it of the time in which the shared store was asked. */
final class LoadSpan {

    private final Span load;
    private final Span lookup;

    /** @param lookup {@code null} if the store is not asked */
    LoadSpan(Span load, Span lookup) {
        this.load = load;
        this.lookup = lookup;
    }

    /** What begins on this thread until the scope is closed is part of the load. */
    Scope enter() {
        return load.makeCurrent();
    }

    /** The method is called, so the store had nothing. */
    void called() {
        lookedUp("miss");
    }

    private void lookedUp(String outcome) {
        if (lookup != null) {
            lookup.setAttribute(Tracing.OUTCOME, outcome).end();
        }
    }

    void ended(Object value) {
        boolean shared = value instanceof Promoted;
        if (shared) {
            lookedUp("hit");
        }
        load.setAttribute(Tracing.OUTCOME, shared ? "shared" : "success").end();
    }

    void failed(Throwable failure) {
        lookedUp("miss");
        load.setAttribute(Tracing.OUTCOME, "failure").setStatus(StatusCode.ERROR).recordException(failure).end();
    }
}
