package io.quarkiverse.usecache.runtime.endpoint.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

@Timeout(30)
class BodyTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Router router = Router.router(vertx);
        router.route("/slow").handler(context -> answer(context, SHORT));
        router.route().handler(context -> answer(context, Duration.ofMinutes(1)));
        server = vertx.createHttpServer().requestHandler(router).listen(0, "localhost").toCompletionStage()
                .toCompletableFuture().get();
    }

    private static void answer(RoutingContext context, Duration time) {
        Body.of(context, time).map(body -> Answer.ok(new JsonObject().put("length", body.length())))
                .otherwise(failure -> ((Problem) failure).answer()).onSuccess(answer -> answer.send(context.request()));
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void aBodyThatDoesNotArriveInTimeIsRefusedAndTheConnectionClosed() throws IOException {
        assertThat(answerTo("POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{"))
                .startsWith("HTTP/1.1 408 Request Timeout").contains("\r\nConnection: close\r\n")
                .contains("\"detail\":\"The body did not arrive within 0 s. Nothing was done: send it again.\"");
        assertThat(answerTo("POST /slow HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 408 Request Timeout");
    }

    @Test
    void aBodyThatArrivesInTimeIsRead() throws IOException {
        assertThat(answerTo("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 200 OK").endsWith("{\"length\":2}");
        assertThat(answerTo("POST /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).endsWith("{\"length\":0}");
    }

    private String answerTo(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.actualPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
