package io.quarkiverse.usecache.runtime.endpoint;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.endpoint.access.Access;
import io.quarkiverse.usecache.runtime.endpoint.access.Audit;
import io.quarkiverse.usecache.runtime.endpoint.access.Peer;
import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.endpoint.message.Body;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.endpoint.message.RequestArguments;
import io.quarkiverse.usecache.runtime.endpoint.message.Shown;
import io.quarkiverse.usecache.runtime.tag.LogText;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Answers the requests to one operation: checks the caller, the method and the body in this order, then acts. */
final class OperationHandler implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(OperationHandler.class);

    private final Operation operation;
    private final Access access;
    private final Action action;

    OperationHandler(Operation operation, Access access, Action action) {
        this.operation = operation;
        this.access = access;
        this.action = action;
    }

    @Override
    public void handle(RoutingContext context) {
        Future.succeededFuture(Peer.of(context)).compose(caller -> answer(caller, context))
                .otherwise(failure -> failed(failure, context.request()))
                .onSuccess(answer -> answer.send(context.request()));
    }

    private Future<Answer> answer(Peer caller, RoutingContext context) {
        boolean mayBeSigned = operation == Operation.REVALIDATE && operation.allows(caller.method());
        if (mayBeSigned && access.isSigned(caller, context.request().headers())) {
            return Body.of(context).compose(body -> signed(caller, context, body));
        }
        return known(caller, access.check(caller), context);
    }

    /** What a webhook sends need not be for this endpoint: then the tags are in the query, which the receiver has chosen. */
    private Future<Answer> signed(Peer caller, RoutingContext context, Buffer body) {
        String identity = access.checkSignature(caller, context.request().headers(), body);
        Buffer read = context.queryParams().isEmpty() ? body : Buffer.buffer();
        return audited(caller, identity, act(RequestArguments.of(context, read), context));
    }

    private Future<Answer> known(Peer caller, String identity, RoutingContext context) {
        if (caller.method().equals("OPTIONS")) {
            return Future.succeededFuture(Answer.options(operation.allowed()));
        }
        if (!operation.allows(caller.method())) {
            throw Problem.of(405, "Allow", operation.allowed(),
                    "The operation is for " + operation.method() + ", not for " + Shown.text(caller.method()) + ".");
        }
        return audited(caller, identity, read(context).compose(arguments -> act(arguments, context)));
    }

    private Future<Answer> audited(Peer caller, String identity, Future<Answer> answered) {
        return answered.onSuccess(answer -> {
            if (operation.changes() && !answer.isDryRun()) {
                Audit.answered(caller, identity, answer);
            }
        });
    }

    private Future<Arguments> read(RoutingContext context) {
        Future<Buffer> body = operation.changes() ? Body.of(context) : Future.succeededFuture(Buffer.buffer());
        return body.map(read -> RequestArguments.of(context, read));
    }

    /** Walking the entries can take long, which must not hold up an event loop. */
    private Future<Answer> act(Arguments arguments, RoutingContext context) {
        return context.vertx().executeBlocking(() -> action.perform(arguments), false).compose(answer -> answer);
    }

    private Answer failed(Throwable failure, HttpServerRequest request) {
        if (failure instanceof Problem problem) {
            return problem.answer();
        }
        LOG.errorf(failure, "The request [%s %s] failed.", LogText.of(request.method()), LogText.of(request.path()));
        return Problem.of(500, "The request failed. The log of the application says why.").answer();
    }
}
