package io.quarkiverse.usecache.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.test.CacheProbe;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.BasicWebSocketConnector;
import io.quarkus.websockets.next.WebSocketClientConnection;

@QuarkusTest
@ClearCaches
@Timeout(60)
class WebSocketsTest {

    @Inject
    CacheProbe cache;

    @Inject
    Rates rates;

    @TestHTTPResource
    URI server;

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    @Test
    void theAnswerToAMessageIsCachedForAllConnections() {
        CacheProbe answer = cache.of(RatesSocket.class, "answer");

        assertThat(answer.assertLoad(() -> say("/rates", "socket"))).isEqualTo("socket 100");
        assertThat(answer.assertHit(() -> say("/rates", "socket"))).isEqualTo("socket 100");
    }

    @Test
    void aMessageRevalidates() throws Exception {
        int before = rates.rate("raised by socket");

        say("/raise", "raised by socket");

        assertThat(rates.rate("raised by socket")).isGreaterThan(before);
    }

    private String say(String path, String message) throws InterruptedException {
        WebSocketClientConnection connection = BasicWebSocketConnector.create().baseUri(server).path(path)
                .onTextMessage((own, text) -> answers.add(text)).connectAndAwait();
        try {
            connection.sendTextAndAwait(message);
            return answers.poll(30, TimeUnit.SECONDS);
        } finally {
            connection.closeAndAwait();
        }
    }
}
