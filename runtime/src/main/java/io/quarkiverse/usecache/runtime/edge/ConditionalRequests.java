package io.quarkiverse.usecache.runtime.edge;

import java.util.Map;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.usecache.runtime.call.ReloadRequest;
import io.quarkiverse.usecache.runtime.edge.Answer.Result;
import io.quarkiverse.usecache.runtime.edge.header.EdgeHeader;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * Answers a client that has the answer already, before the resource method would run and after all that may refuse the request.
 * It is made while the application is built, which has no configuration then.
 */
@Singleton
public class ConditionalRequests implements ContainerRequestFilter {

    private final Instance<Answers> answers;
    private final Instance<RememberedAnswers> remembered;
    private final Instance<ReloadRequest> reload;
    private final CurrentVertxRequest current;

    @Inject
    ConditionalRequests(Instance<Answers> answers, Instance<RememberedAnswers> remembered, Instance<ReloadRequest> reload,
            CurrentVertxRequest current) {
        this.answers = answers;
        this.remembered = remembered;
        this.reload = reload;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String validators = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        Answer answer = validators == null || !answers.get().settings().has(EdgeHeader.ETAG) || reload.get().isPresent() ? null
                : answers.get().current();
        if (answer != null) {
            remembered.get().named(validators, current.getCurrent()).ifPresent(known -> answer(request, known, answer));
        }
    }

    /** The calls count as hits for what the answer says, and for nothing else. */
    private void answer(ContainerRequestContext request, RememberedAnswer known, Answer answer) {
        Map<Entry, CallKey> calls = remembered.get().current(known);
        if (!calls.isEmpty() && !answer.personal()) {
            calls.forEach((entry, key) -> answer.madeOf(key, entry, Result.HIT));
            Response.ResponseBuilder response = Response.notModified().header(EdgeHeader.ETAG.text(), known.validator());
            known.headers().forEach(response::header);
            request.abortWith(response.build());
        }
    }
}
