package io.quarkiverse.usecache.runtime.purge.adapter;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.quarkiverse.usecache.spi.TagText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The API of Fastly: surrogate keys in batches, softly or not. */
public final class FastlyPurger implements EdgePurger {

    private static final int MOST_KEYS = 256;

    private final PurgeClient client;
    private final String service;
    private final String token;

    public FastlyPurger(URI api, String service, String token, PurgeClient client) {
        this.client = client;
        this.service = api + "/service/" + service;
        this.token = token;
    }

    @Override
    public Uni<Void> purge(List<String> tags, RevalidationMode mode, long sequence) {
        String body = new JsonObject().put("surrogate_keys", new JsonArray(tags.stream().map(TagText::of).toList())).encode();
        Map<String, String> headers = headers();
        headers.put("Content-Type", "application/json");
        if (mode == RevalidationMode.STALE) {
            headers.put("Fastly-Soft-Purge", "1");
        }
        return send("/purge", headers, body);
    }

    /** There is no soft one. */
    @Override
    public Uni<Void> purgeEverything() {
        return send("/purge_all", headers(), "");
    }

    private Map<String, String> headers() {
        return new HashMap<>(Map.of("Fastly-Key", token, "Accept", "application/json"));
    }

    private Uni<Void> send(String path, Map<String, String> headers, String body) {
        return client.send(PurgeRequest.post(URI.create(service + path), headers, body), answer -> null);
    }

    @Override
    public int maximumTags() {
        return MOST_KEYS;
    }
}
