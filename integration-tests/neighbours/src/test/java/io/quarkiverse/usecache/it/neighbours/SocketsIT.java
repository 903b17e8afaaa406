package io.quarkiverse.usecache.it.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The packaged application, jar or executable. */
@QuarkusIntegrationTest
@Timeout(120)
class SocketsIT {

    @TestHTTPResource
    URI server;

    @Test
    void aMessageRevalidatesWhatAnswersAreMadeOf() throws Exception {
        assertThat(say("/rates", "socket")).isEqualTo("socket 100");

        say("/raise", "socket");

        assertThat(say("/rates", "socket")).isEqualTo("socket 101");
    }

    private String say(String path, String message) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + server.getAuthority() + path), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        answer.complete(text.toString());
                        return null;
                    }
                }).get(30, TimeUnit.SECONDS);
        try {
            socket.sendText(message, true);
            return answer.get(30, TimeUnit.SECONDS);
        } finally {
            socket.abort();
        }
    }
}
