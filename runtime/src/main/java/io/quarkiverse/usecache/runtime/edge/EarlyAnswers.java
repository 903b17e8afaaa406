package io.quarkiverse.usecache.runtime.edge;

import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.call.ReloadRequest;
import io.quarkiverse.usecache.runtime.edge.Answer.Result;
import io.quarkiverse.usecache.runtime.edge.header.EdgeHeader;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.request.PathTemplate;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers a client that has the answer already before Quarkus REST begins to work for the request, and behind all filters and
 * routes that come before it: what authenticates and authorizes is among them. {@link ConditionalRequests} does it where
 * Quarkus REST itself has to let the request pass.
 */
@Singleton
public class EarlyAnswers {

    private static final int NOT_MODIFIED = 304;
    /** Quarkus REST has its routes 500 behind these. */
    private static final int BEFORE_REST = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 400;

    private final Answers answers;
    private final RememberedAnswers remembered;
    private final ReloadRequest reload;

    @Inject
    EarlyAnswers(Answers answers, RememberedAnswers remembered, ReloadRequest reload) {
        this.answers = answers;
        this.remembered = remembered;
        this.reload = reload;
    }

    /** Not in dev mode, in which a request may ask for all anew. */
    void register(@Observes Router router) {
        if (answers.settings().has(EdgeHeader.ETAG) && reload == ReloadRequest.NEVER) {
            router.route().order(BEFORE_REST).handler(this::handle);
        }
    }

    private void handle(RoutingContext routing) {
        String validators = routing.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        Answer answer = validators == null ? null : answers.current();
        if (answer == null || !isAnswered(validators, answer, routing)) {
            routing.next();
        }
    }

    private boolean isAnswered(String validators, Answer answer, RoutingContext routing) {
        RememberedAnswer known = remembered.named(validators, routing).filter(RememberedAnswer::early).orElse(null);
        Map<Entry, CallKey> calls = known == null ? Map.of() : remembered.current(known);
        if (!calls.isEmpty()) {
            calls.forEach((entry, key) -> answer.madeOf(key, entry, Result.HIT));
            answer.isForHeaders(true);
            answer(known, routing);
        }
        return !calls.isEmpty();
    }

    private static void answer(RememberedAnswer known, RoutingContext routing) {
        PathTemplate.set(routing, known.path());
        HttpServerResponse response = routing.response().setStatusCode(NOT_MODIFIED);
        response.putHeader(HttpHeaders.ETAG, known.validator());
        known.headers().forEach(response::putHeader);
        response.end();
    }
}
