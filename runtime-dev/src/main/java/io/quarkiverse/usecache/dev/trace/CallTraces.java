package io.quarkiverse.usecache.dev.trace;

import java.util.function.Consumer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.dev.trace.TracedCall.Result;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.ext.web.RoutingContext;

/** Adds cached calls to the trace of the request they are made for. */
@Singleton
public class CallTraces implements CacheListener {

    private static final String NAME = CallTrace.class.getName();

    private final FunctionNames names;
    private final CurrentVertxRequest request;
    private final Ticker ticker;

    @Inject
    CallTraces(FunctionNames names, CurrentVertxRequest request, Ticker ticker) {
        this.names = names;
        this.request = request;
        this.ticker = ticker;
    }

    /** Begins the trace of a request, on its own context. */
    CallTrace begin(RoutingContext routing) {
        CallTrace trace = new CallTrace();
        routing.put(NAME, trace);
        if (VertxContext.isOnDuplicatedContext()) {
            ContextLocals.put(NAME, trace);
        }
        return trace;
    }

    @Override
    public void hit(CallKey key, StoredValue entry) {
        add(entry.method(), key, Result.HIT, entry);
    }

    @Override
    public void staleHit(CallKey key, StoredValue entry) {
        add(entry.method(), key, Result.STALE, entry);
    }

    @Override
    public void miss(CachedMethod method, CallKey key) {
        add(method, key, Result.MISS, null);
    }

    @Override
    public void joined(CachedMethod method, CallKey key) {
        add(method, key, Result.JOINED, null);
    }

    @Override
    public void loaded(CachedMethod method, CallKey key, LoadEnded load) {
        if (!load.refresh()) {
            withTrace(trace -> trace.end(key, load.nanos(), load.failure() != null));
        }
    }

    /** @param entry what the call was given, or {@code null} */
    private void add(CachedMethod method, CallKey key, Result result, StoredValue entry) {
        withTrace(trace -> trace.add(new TracedCall(method.descriptor().cache(), names.of(method), key, result,
                entry == null ? Life.FOR_EVER : entry.freshFor(ticker.read()))));
    }

    /** The request is known by its Vert.x context, or, on threads that have left it, by the propagated request context. */
    private void withTrace(Consumer<CallTrace> action) {
        CallTrace trace = VertxContext.isOnDuplicatedContext() ? ContextLocals.<CallTrace> get(NAME, null) : null;
        if (trace == null && isRequestActive()) {
            RoutingContext routing = request.getCurrent();
            trace = routing == null ? null : routing.get(NAME);
        }
        if (trace != null) {
            action.accept(trace);
        }
    }

    /** A refresh may end after the container. */
    private static boolean isRequestActive() {
        ArcContainer container = Arc.container();
        return container != null && container.requestContext().isActive();
    }
}
