package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.List;

import io.quarkiverse.usecache.runtime.endpoint.access.Access;
import io.quarkiverse.usecache.runtime.endpoint.access.Peer;
import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.endpoint.message.RequestArguments;
import io.quarkiverse.usecache.runtime.endpoint.message.Shown;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Answers requests to be told of changes. */
public final class ChangesHandler implements Handler<RoutingContext> {

    private static final String ALLOWED = "GET, OPTIONS";

    private final Access access;
    private final ChangeStreams streams;

    public ChangesHandler(Access access, ChangeStreams streams) {
        this.access = access;
        this.streams = streams;
    }

    @Override
    public void handle(RoutingContext context) {
        try {
            Peer caller = Peer.of(context);
            access.check(caller);
            if (caller.method().equals("OPTIONS")) {
                Answer.options(ALLOWED).send(context.request());
            } else {
                requireGet(caller);
                streams.open(context, tags(context));
            }
        } catch (Problem problem) {
            problem.answer().send(context.request());
        }
    }

    private static void requireGet(Peer caller) {
        if (!caller.method().equals("GET")) {
            throw Problem.of(405, "Allow", ALLOWED,
                    "The operation is for GET, not for " + Shown.text(caller.method()) + ".");
        }
    }

    private static List<String> tags(RoutingContext context) {
        Arguments arguments = RequestArguments.of(context, Buffer.buffer());
        arguments.allow(List.of("tags"));
        return arguments.tags();
    }
}
