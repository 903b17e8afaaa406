package io.quarkiverse.usecache.runtime.endpoint.message;

import java.util.Map;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
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

    public void send(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status).putHeader("Cache-Control", "no-store");
            headers.forEach(response::putHeader);
            end(response);
            discardRest(request);
        }
    }

    private void end(HttpServerResponse response) {
        if (body == null) {
            response.end();
        } else {
            response.putHeader("Content-Type", type).end(JsonText.text(body));
        }
    }

    /** A client that is still sending gets to read the answer, and can use the connection again. */
    private static void discardRest(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }
}
