package io.quarkiverse.usecache.runtime.endpoint;

import java.util.Map;

import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.vertx.core.json.JsonObject;

/** The answer when other nodes could not be told: it says what was done here, because that is not undone. */
final class NotTold {

    private static final String RETRY_AFTER_SECONDS = "5";

    private NotTold() {
    }

    static Answer answer(String detail, JsonObject done) {
        Answer problem = Problem.of(503, "Retry-After", RETRY_AFTER_SECONDS, detail).answer();
        return new Answer(problem.status(), problem.type(), Map.copyOf(problem.headers()), problem.body().mergeIn(done));
    }
}
