package io.quarkiverse.usecache.runtime.endpoint;

import io.quarkiverse.usecache.runtime.endpoint.access.Access;
import io.quarkiverse.usecache.runtime.endpoint.access.Peer;
import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Answers requests to a path that no operation has. */
final class UnknownHandler implements Handler<RoutingContext> {

    private static final String KNOWN = "There is no such operation. There are [revalidate, clear, caches, tags, entries";

    private final Access access;
    private final String detail;

    /** @param changes whether clients can be told of changes */
    UnknownHandler(Access access, boolean changes) {
        this.access = access;
        this.detail = KNOWN + (changes ? ", changes]." : "].");
    }

    @Override
    public void handle(RoutingContext context) {
        answer(context).send(context.request());
    }

    private Answer answer(RoutingContext context) {
        try {
            access.check(Peer.of(context));
            return Problem.of(404, detail).answer();
        } catch (Problem refused) {
            return refused.answer();
        }
    }
}
