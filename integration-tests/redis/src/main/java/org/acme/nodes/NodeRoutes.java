package org.acme.nodes;

import java.time.Duration;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.shared.NodeStatus;
import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What tests ask of this node. Each request has a thread of its own, which may wait. */
@ApplicationScoped
public class NodeRoutes {

    /** An answer that may take its time. */
    private interface Answer {
        JsonObject to(MultiMap parameters) throws Exception;
    }

    @Inject
    Stock stock;

    @Inject
    TagCache tags;

    @Inject
    SharedNode node;

    @Inject
    Workload workload;

    @Inject
    Journal journal;

    @Inject
    Callers callers;

    void register(@Observes Router router) {
        answer(router, "/status", parameters -> status());
        answer(router, "/item", parameters -> item(parameters));
        answer(router, "/revalidate", parameters -> revalidate(parameters.getAll("tag").toArray(String[]::new)));
        answer(router, "/revalidate-many", this::revalidateMany);
        answer(router, "/await", this::await);
        answer(router, "/history", this::history);
        answer(router, "/callers", parameters -> callers.run(number(parameters, "threads"), number(parameters, "first"),
                number(parameters, "keys"), number(parameters, "millis")));
    }

    private static void answer(Router router, String path, Answer answer) {
        router.route(path).handler(request -> new Thread(() -> answer(request, answer), path).start());
    }

    private static void answer(RoutingContext request, Answer answer) {
        try {
            request.response().end(answer.to(request.queryParams()).encode());
        } catch (Throwable e) {
            request.fail(e);
        }
    }

    private static int number(MultiMap parameters, String name) {
        return Integer.parseInt(parameters.get(name));
    }

    private JsonObject status() {
        NodeStatus status = node.status();
        return new JsonObject().put("state", status.state()).put("generation", status.position().generation())
                .put("sequence", status.position().sequence()).put("leaseMillis", status.leaseLeft().toMillis())
                .put("pending", status.pending()).put("knownTags", status.knownTags()).put("resyncs", status.resyncs())
                .put("heapKilobytes", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1024);
    }

    private JsonObject item(MultiMap parameters) {
        long began = System.nanoTime();
        Reading reading = stock.item(number(parameters, "item"));
        return new JsonObject().put("item", reading.item()).put("began", reading.began()).put("node", reading.node())
                .put("callBegan", began).put("callEnded", System.nanoTime());
    }

    private JsonObject revalidate(String... names) {
        long began = System.nanoTime();
        Revalidation revalidation = tags.revalidateTag(names);
        return new JsonObject().put("began", began).put("returned", System.nanoTime())
                .put("propagated", revalidation.propagated()).put("token", revalidation.token());
    }

    /** Tags of names that have not been heard of, some thousand a revalidation. */
    private JsonObject revalidateMany(MultiMap parameters) {
        int from = number(parameters, "from");
        int count = number(parameters, "count");
        int atOnce = number(parameters, "atOnce");
        int notPropagated = 0;
        for (int at = from; at < from + count; at += atOnce) {
            String[] names = IntStream.range(at, at + atOnce).mapToObj(i -> "many:" + i).toArray(String[]::new);
            notPropagated += tags.revalidateTag(names).propagated() ? 0 : 1;
        }
        return new JsonObject().put("notPropagated", notPropagated);
    }

    /** A revalidation of another node is this node's own too, once it has got there. */
    private JsonObject await(MultiMap parameters) {
        boolean here = tags.await(parameters.get("token"));
        if (here && parameters.contains("began")) {
            workload.revalidated(Long.parseLong(parameters.get("began")), false, String.join(" ", parameters.getAll("tag")));
        }
        return new JsonObject().put("here", here).put("returned", System.nanoTime());
    }

    private JsonObject history(MultiMap parameters) throws InterruptedException {
        journal.open(parameters.get("file"));
        long calls = workload.run(number(parameters, "seed"), Duration.ofMillis(number(parameters, "millis")),
                number(parameters, "threads"));
        return new JsonObject().put("calls", calls);
    }
}
