package io.quarkiverse.usecache.dev.trace;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Says in each response, and in the log, which cached calls were made for it. */
@Singleton
public class TraceFilter {

    /** A category of its own, so that it can be switched on without everything else. */
    private static final Logger LOG = Logger.getLogger("io.quarkiverse.usecache.requests");
    private static final int BEFORE_THE_APPLICATION = 10_000;

    private final CallTraces traces;

    @Inject
    TraceFilter(CallTraces traces) {
        this.traces = traces;
    }

    void register(@Observes Filters filters) {
        filters.register(this::trace, BEFORE_THE_APPLICATION);
    }

    private void trace(RoutingContext routing) {
        CallTrace trace = traces.begin(routing);
        routing.addHeadersEndHandler(end -> tell(trace, routing));
        routing.addEndHandler(end -> log(trace, routing));
        routing.next();
    }

    private static void tell(CallTrace trace, RoutingContext routing) {
        if (!trace.isEmpty()) {
            routing.response().headers().add("Cache-Status", trace.status());
        }
    }

    private static void log(CallTrace trace, RoutingContext routing) {
        if (!trace.isEmpty()) {
            LOG.debugf("[%s %s] made the cached calls %s", routing.request().method(), routing.request().path(), trace);
        }
    }
}
