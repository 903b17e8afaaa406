package io.quarkiverse.usecache.runtime.endpoint;

import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.vertx.core.Future;

/** Does what one operation is for. It is called where blocking is allowed. */
interface Action {

    /** @throws Problem if the request is wrong; nothing has been done then */
    Future<Answer> perform(Arguments arguments);
}
