package io.quarkiverse.usecache.test.dev;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.vertx.core.json.JsonObject;

/** Asks Dev UI's side of the application, as its pages do. */
final class JsonRpc implements WebSocket.Listener {

    private static final String EXTENSION = "quarkus-use-cache";
    private static final int ID = 1;

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<JsonObject> answer = new CompletableFuture<>();

    private JsonRpc() {
    }

    /** What the method returns. */
    static Object call(String method) throws Exception {
        JsonRpc call = new JsonRpc();
        WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:8080/q/dev-ui/json-rpc-ws"), call).get(10, TimeUnit.SECONDS);
        try {
            socket.sendText(new JsonObject().put("jsonrpc", "2.0").put("id", ID).put("method", EXTENSION + "_" + method)
                    .put("params", new JsonObject()).encode(), true);
            JsonObject answer = call.answer.get(20, TimeUnit.SECONDS);
            if (answer.containsKey("error")) {
                throw new AssertionError(answer.encodePrettily());
            }
            return answer.getJsonObject("result").getValue("object");
        } finally {
            socket.abort();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            JsonObject message = new JsonObject(text.toString());
            text.setLength(0);
            if (Integer.valueOf(ID).equals(message.getValue("id"))) {
                answer.complete(message);
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        answer.completeExceptionally(error);
    }
}
