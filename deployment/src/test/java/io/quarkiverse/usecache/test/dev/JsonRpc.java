package io.quarkiverse.usecache.test.dev;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.usecache.test.DevMode;
import io.vertx.core.json.JsonObject;

/** Asks Dev UI's side of the application, as its pages do. */
public final class JsonRpc implements WebSocket.Listener {

    private static final String EXTENSION = "quarkus-use-cache";
    private static final int ID = 1;

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<JsonObject> answer = new CompletableFuture<>();

    private JsonRpc() {
    }

    /** What the method returns. */
    public static Object call(String method) throws Exception {
        return call(method, new JsonObject());
    }

    public static JsonObject object(String method, Object... params) throws Exception {
        return (JsonObject) call(method, params(params));
    }

    /** @param params names and values, in turn */
    public static JsonObject params(Object... params) {
        JsonObject named = new JsonObject();
        for (int i = 0; i < params.length; i += 2) {
            named.put((String) params[i], params[i + 1]);
        }
        return named;
    }

    public static Object call(String method, JsonObject params) throws Exception {
        JsonObject answer = answer(method, params);
        if (answer.containsKey("error")) {
            throw new AssertionError(answer.encodePrettily());
        }
        return answer.getJsonObject("result").getValue("object");
    }

    /** The whole answer, which may be an error. */
    public static JsonObject answer(String method, JsonObject params) throws Exception {
        JsonRpc call = new JsonRpc();
        WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create(DevMode.url("/q/dev-ui/json-rpc-ws").replaceFirst("http", "ws")), call)
                .get(10, TimeUnit.SECONDS);
        try {
            socket.sendText(new JsonObject().put("jsonrpc", "2.0").put("id", ID).put("method", EXTENSION + "_" + method)
                    .put("params", params).encode(), true);
            return call.answer.get(20, TimeUnit.SECONDS);
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
