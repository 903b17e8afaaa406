package io.quarkiverse.usecache.runtime.purge.adapter;

import java.net.URI;
import java.util.List;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.quarkiverse.usecache.spi.TagText;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The API of Cloudflare, which knows no soft purge: what is stale is dropped, too. */
public final class CloudflarePurger implements EdgePurger {

    private static final int MOST_TAGS = 100;

    private final PurgeClient client;
    private final URI address;
    private final String token;

    public CloudflarePurger(URI api, String zone, String token, PurgeClient client) {
        this.client = client;
        this.address = URI.create(api + "/zones/" + zone + "/purge_cache");
        this.token = token;
    }

    @Override
    public Uni<Void> purge(List<String> tags, RevalidationMode mode, long sequence) {
        return send(new JsonObject().put("tags", new JsonArray(tags.stream().map(TagText::of).toList())));
    }

    @Override
    public Uni<Void> purgeEverything() {
        return send(new JsonObject().put("purge_everything", true));
    }

    private Uni<Void> send(JsonObject body) {
        return client.send(PurgeRequest.json(address, token, body), CloudflarePurger::problem);
    }

    /** It says in the body, too, whether it did it. */
    private static String problem(PurgeAnswer answer) {
        try {
            if (new JsonObject(answer.body()).getBoolean("success", false)) {
                return null;
            }
        } catch (DecodeException | ClassCastException other) {
            // Something else has answered.
        }
        return "was answered " + answer.status() + " without success" + answer.shownBody();
    }

    @Override
    public int maximumTags() {
        return MOST_TAGS;
    }
}
