package io.quarkiverse.usecache.runtime.purge.adapter;

import java.net.URI;
import java.util.Map;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/** @param body empty for none */
record PurgeRequest(HttpMethod method, URI address, Map<String, String> headers, String body) {

    static PurgeRequest post(URI address, Map<String, String> headers, String body) {
        return new PurgeRequest(HttpMethod.POST, address, headers, body);
    }

    static PurgeRequest json(URI address, String bearerToken, JsonObject body) {
        return post(address, Map.of("Authorization", "Bearer " + bearerToken, "Content-Type", "application/json"),
                body.encode());
    }

    /** For people. */
    String text() {
        return "[" + method + " " + address + "]";
    }
}
