package io.quarkiverse.usecache.runtime.endpoint.message;

import java.time.Duration;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Reads the body of a request: no more of it than may be there, and for no longer than it may take. */
public final class Body {

    static final int MAXIMUM = 64 * 1024;

    private static final Duration TIME = Duration.ofSeconds(10);

    private final Buffer read = Buffer.buffer();
    private final Promise<Buffer> done = Promise.promise();

    private Body() {
    }

    /** The body, empty if there is none. It may have been read already, as it always is on the management interface. */
    public static Future<Buffer> of(RoutingContext context) {
        return of(context, TIME);
    }

    static Future<Buffer> of(RoutingContext context, Duration time) {
        Buffer known = context.body().buffer();
        if (known != null) {
            return known.length() > MAXIMUM ? Future.failedFuture(tooLarge()) : Future.succeededFuture(known);
        }
        return context.request().isEnded() ? Future.succeededFuture(Buffer.buffer())
                : new Body().read(context.request(), context.vertx(), time);
    }

    private Future<Buffer> read(HttpServerRequest request, Vertx vertx, Duration time) {
        if (declared(request) > MAXIMUM) {
            return Future.failedFuture(tooLarge());
        }
        request.handler(this::append).endHandler(end -> done.tryComplete(read))
                .exceptionHandler(failure -> done.tryFail(unreadable()));
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
        long timer = vertx.setTimer(time.toMillis(), late -> done.tryFail(tooSlow(time)));
        return done.future().onComplete(read -> vertx.cancelTimer(timer));
    }

    private void append(Buffer chunk) {
        if (read.length() + chunk.length() > MAXIMUM) {
            done.tryFail(tooLarge());
        } else if (!done.future().isComplete()) {
            read.appendBuffer(chunk);
        }
    }

    private static long declared(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    /** Whatever it is, it comes from what was sent, or from a client that has gone. */
    private static Problem unreadable() {
        return Problem.of(400, "The body cannot be read. Send as many bytes as Content-Length says, or well-formed chunks, "
                + "and compress it as Content-Encoding says.");
    }

    private static Problem tooSlow(Duration time) {
        return Problem.of(408, "The body did not arrive within " + time.toSeconds() + " s. Nothing was done: send it again.");
    }

    private static Problem tooLarge() {
        return Problem.of(413, "The body is larger than " + MAXIMUM + " bytes. Send fewer tags at once.");
    }
}
