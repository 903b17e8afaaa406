package io.quarkiverse.usecache.runtime.request;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.ext.web.RoutingContext;

/**
 * Something that each request has one of. The request is known by its Vert.x context, or, on threads that have left it, by the
 * propagated request context.
 */
public final class RequestLocal<T> {

    private final String name;
    private final CurrentVertxRequest request;

    public RequestLocal(Class<T> type, CurrentVertxRequest request) {
        this.name = type.getName();
        this.request = request;
    }

    /** Gives it to a request, on its own context. */
    public T begin(RoutingContext routing, T value) {
        routing.put(name, value);
        if (VertxContext.isOnDuplicatedContext()) {
            ContextLocals.put(name, value);
        }
        return value;
    }

    /** That of the request which the thread works for, or {@code null}. */
    public T current() {
        T value = VertxContext.isOnDuplicatedContext() ? ContextLocals.<T> get(name, null) : null;
        if (value == null && isRequestActive()) {
            RoutingContext routing = request.getCurrent();
            value = routing == null ? null : routing.get(name);
        }
        return value;
    }

    /** A refresh may end after the container. */
    private static boolean isRequestActive() {
        ArcContainer container = Arc.container();
        return container != null && container.requestContext().isActive();
    }
}
