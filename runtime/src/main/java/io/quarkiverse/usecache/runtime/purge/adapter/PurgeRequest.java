package io.quarkiverse.usecache.runtime.purge.adapter;

import java.net.URI;
import java.util.Map;

import io.vertx.core.http.HttpMethod;

/** @param body empty for none */
record PurgeRequest(HttpMethod method, URI address, Map<String, String> headers, String body) {

    static PurgeRequest post(URI address, Map<String, String> headers, String body) {
        return new PurgeRequest(HttpMethod.POST, address, headers, body);
    }

    /** For people. */
    String text() {
        return "[" + method + " " + address + "]";
    }
}
