package io.quarkiverse.usecache.test.dev;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.quarkiverse.usecache.test.DevMode;
import io.vertx.core.json.JsonObject;

/** What Dev UI's side of the application streams to a page. */
public final class JsonRpcStream implements WebSocket.Listener, AutoCloseable {

    private static final int ID = 77;

    private final StringBuilder text = new StringBuilder();
    private final BlockingQueue<JsonObject> items = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    public JsonRpcStream(String method, JsonObject params) throws Exception {
        socket = HttpClient.newHttpClient().newWebSocketBuilder()
                .buildAsync(URI.create(DevMode.url("/q/dev-ui/json-rpc-ws").replaceFirst("http", "ws")), this)
                .get(20, TimeUnit.SECONDS);
        send("quarkus-use-cache_" + method, params);
    }

    private void send(String method, JsonObject params) {
        socket.sendText(new JsonObject().put("jsonrpc", "2.0").put("id", ID).put("method", method).put("params", params)
                .encode(), true);
    }

    /** The next item that is as wanted. */
    public JsonObject next(Predicate<JsonObject> wanted) throws InterruptedException {
        for (JsonObject item; (item = items.poll(20, TimeUnit.SECONDS)) != null;) {
            if (wanted.test(item)) {
                return item;
            }
        }
        throw new AssertionError("There was no such item for 20 seconds");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            JsonObject message = new JsonObject(text.toString());
            text.setLength(0);
            if (Integer.valueOf(ID).equals(message.getValue("id")) && message.getValue("result") instanceof JsonObject result
                    && result.getValue("object") instanceof JsonObject item) {
                items.add(item);
            }
        }
        from.request(1);
        return null;
    }

    /** Goes away without a word. */
    public void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        send("unsubscribe", new JsonObject());
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
    }
}
