package io.quarkiverse.usecache.runtime.purge.adapter;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A Next.js application that has the route of the documentation. Its cached functions name their tags as the application does,
 * not as headers write them.
 */
public final class NextjsPurger implements EdgePurger {

    private final PurgeClient client;
    private final URI address;
    private final String token;

    public NextjsPurger(URI address, String token, PurgeClient client) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    @Override
    public Uni<Void> purge(List<String> tags, RevalidationMode mode, long sequence) {
        return send(new JsonObject().put("tags", new JsonArray(tags)).put("mode", mode.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Uni<Void> purgeEverything() {
        return send(new JsonObject().put("everything", true));
    }

    private Uni<Void> send(JsonObject body) {
        return client.send(PurgeRequest.json(address, token, body), NextjsPurger::problem);
    }

    /** A site may answer any path with a page. */
    private static String problem(PurgeAnswer answer) {
        return answer.body().contains("\"revalidated\":true") ? null
                : "was answered " + answer.status() + " by something else than the route of the documentation"
                        + answer.shownBody();
    }
}
