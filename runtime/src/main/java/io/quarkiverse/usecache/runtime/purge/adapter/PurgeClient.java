package io.quarkiverse.usecache.runtime.purge.adapter;

import java.time.Duration;
import java.util.function.Function;

import io.quarkiverse.usecache.runtime.tag.LogText;
import io.quarkiverse.usecache.spi.EdgePurgeException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** Sends requests to one target, over one connection that is kept. */
public final class PurgeClient {

    private final HttpClient client;
    private final String tokenProperty;

    /** @param tokenProperty the property of the secret, for people */
    public PurgeClient(Vertx vertx, Duration timeout, String tokenProperty) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(1)
                .setConnectTimeout((int) Math.min(timeout.toMillis(), Integer.MAX_VALUE)));
        this.tokenProperty = tokenProperty;
    }

    /** @param problem what is wrong with an answer of status 2xx, or {@code null} */
    Uni<Void> send(PurgeRequest request, Function<PurgeAnswer, String> problem) {
        return exchange(request).map(answer -> {
            if (!answer.isSuccess()) {
                throw answer.failure(request, tokenProperty);
            }
            String found = problem.apply(answer);
            if (found != null) {
                throw new EdgePurgeException(request.text() + " " + found);
            }
            return null;
        });
    }

    private Uni<PurgeAnswer> exchange(PurgeRequest request) {
        RequestOptions options = new RequestOptions().setMethod(request.method()).setAbsoluteURI(request.address().toString());
        request.headers().forEach(options::putHeader);
        return Uni.createFrom().emitter(emitter -> {
            Attempt attempt = new Attempt(request, emitter);
            emitter.onTermination(attempt::end);
            client.request(options).onComplete(opened -> {
                if (opened.succeeded()) {
                    attempt.send(opened.result());
                } else {
                    attempt.fail(opened.cause());
                }
            });
        });
    }

    /** One request on its way. On the event loop of its connection, but for its end. */
    private static final class Attempt {

        private static final int LONGEST_BODY = 8 * 1024;

        private final PurgeRequest request;
        private final UniEmitter<? super PurgeAnswer> emitter;
        private final StringBuilder body = new StringBuilder();
        private HttpClientRequest sent;
        private boolean over;

        Attempt(PurgeRequest request, UniEmitter<? super PurgeAnswer> emitter) {
            this.request = request;
            this.emitter = emitter;
        }

        synchronized void send(HttpClientRequest opened) {
            if (over) {
                opened.reset();
                return;
            }
            sent = opened;
            opened.send(request.body()).onSuccess(this::read).onFailure(this::fail);
        }

        private void read(HttpClientResponse response) {
            response.exceptionHandler(this::fail);
            response.handler(part -> {
                if (body.length() < LONGEST_BODY) {
                    body.append(part);
                }
            });
            response.endHandler(end -> answered(new PurgeAnswer(response.statusCode(), response.headers(), body.toString())));
        }

        private void answered(PurgeAnswer answer) {
            if (isFirst()) {
                emitter.complete(answer);
            }
        }

        void fail(Throwable cause) {
            if (isFirst()) {
                emitter.fail(new EdgePurgeException(request.text() + " could not be sent, or was not answered: "
                        + LogText.of(cause.getMessage() == null ? cause : cause.getMessage())));
            }
        }

        private synchronized boolean isFirst() {
            boolean first = !over;
            over = true;
            return first;
        }

        /** A request that nobody waits for any more must not hold the connection. */
        synchronized void end() {
            if (!over && sent != null) {
                sent.reset();
            }
            over = true;
        }
    }
}
