package io.quarkiverse.usecache.runtime.endpoint;

import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.vertx.core.Future;

/** Carries out one operation, on a thread that may block. */
interface Action {

    /** @throws Problem if the request is wrong, before anything has been done */
    Future<Answer> perform(Arguments arguments);
}
