package io.quarkiverse.usecache.runtime.endpoint.message;

import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;

/** What a request is answered. */
public record Answer(int status, String type, Map<String, String> headers, JsonObject body) {

    public static Answer ok(JsonObject body) {
        return new Answer(200, "application/json", Map.of(), body);
    }

    /** Says which methods there are. */
    public static Answer options(String allowed) {
        return new Answer(204, null, Map.of("Allow", allowed), null);
    }

    /** Whether it tells what would be revalidated, and nothing was. */
    public boolean isDryRun() {
        return !body.getBoolean("revalidated", true);
    }

    public void send(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status).putHeader("Cache-Control", "no-store");
            headers.forEach(response::putHeader);
            if (status == 408 && request.version() != HttpVersion.HTTP_2) {
                response.putHeader("Connection", "close");
                end(response).onComplete(sent -> request.connection().close());
            } else {
                end(response);
                discardRest(request);
            }
        }
    }

    private Future<Void> end(HttpServerResponse response) {
        return body == null ? response.end() : response.putHeader("Content-Type", type).end(JsonText.text(body));
    }

    /** A client that is still sending gets to read the answer, and can use the connection again. */
    private static void discardRest(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }
}
