package io.quarkiverse.usecache.runtime.purge.adapter;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.quarkiverse.usecache.spi.TagText;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;

/**
 * Varnish with its module {@code xkey} and the VCL of the documentation, which says in its answer how many objects it has
 * purged: a Varnish with another one may answer 200 and do something else.
 */
public final class VarnishPurger implements EdgePurger {

    private static final HttpMethod PURGE = HttpMethod.valueOf("PURGE");
    private static final String DONE = "xkey-purged";
    /** {@code http_req_hdr_len} is 8 KB for a header with its name. */
    private static final int LONGEST = 8_192 - "xkey-softpurge: \r\n".length();

    private final PurgeClient client;
    private final URI address;
    private final Optional<String> token;

    public VarnishPurger(URI address, Optional<String> token, PurgeClient client) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    @Override
    public Uni<Void> purge(List<String> tags, RevalidationMode mode, long sequence) {
        String header = mode == RevalidationMode.STALE ? "xkey-softpurge" : "xkey-purge";
        List<String> values = values(tags);
        return values.size() == 1 ? send(header, values.get(0))
                : Multi.createFrom().iterable(values).onItem().transformToUniAndConcatenate(value -> send(header, value))
                        .collect().asList().replaceWithVoid();
    }

    private static List<String> values(List<String> tags) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (String tag : tags) {
            String text = TagText.of(tag);
            if (!value.isEmpty() && value.length() + 1 + text.length() > LONGEST) {
                values.add(value.toString());
                value.setLength(0);
            }
            value.append(value.isEmpty() ? "" : " ").append(text);
        }
        values.add(value.toString());
        return values;
    }

    @Override
    public Uni<Void> purgeEverything() {
        return send("xkey-purge-all", "true");
    }

    private Uni<Void> send(String header, String value) {
        Map<String, String> headers = new HashMap<>(Map.of(header, value));
        token.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret));
        return client.send(new PurgeRequest(PURGE, address, headers, ""), VarnishPurger::problem);
    }

    private static String problem(PurgeAnswer answer) {
        return answer.headers().contains(DONE) ? null
                : "was answered " + answer.status() + " without the header " + DONE + answer.shownBody()
                        + ", so see that it reaches a Varnish that has the VCL of the documentation";
    }
}
