package io.quarkiverse.usecache.runtime.edge;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Begins the answer of each request before anything can make a cached call for it. Its headers are written last, when they can
 * know of the calls that its entity makes, and of all that the application says in headers.
 */
@Singleton
public class AnswerFilter {

    private static final int BEFORE_THE_APPLICATION = 10_000;

    private final Answers answers;
    private final AnswerHeaders headers;

    @Inject
    AnswerFilter(Answers answers, AnswerHeaders headers) {
        this.answers = answers;
        this.headers = headers;
    }

    void register(@Observes Filters filters) {
        if (answers.settings().areAny()) {
            filters.register(this::begin, BEFORE_THE_APPLICATION);
        }
    }

    private void begin(RoutingContext routing) {
        Answer answer = answers.begin(routing);
        routing.addHeadersEndHandler(end -> end(answer, routing));
        routing.next();
    }

    private void end(Answer answer, RoutingContext routing) {
        try {
            headers.write(answer, routing);
        } finally {
            answer.close();
        }
    }
}
