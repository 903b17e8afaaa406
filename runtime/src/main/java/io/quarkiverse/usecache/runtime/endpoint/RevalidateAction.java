package io.quarkiverse.usecache.runtime.endpoint;

import java.util.List;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.endpoint.message.EntryJson;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryPage;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Revalidates tags, or says which entries that would concern. */
final class RevalidateAction implements Action {

    private static final int MAXIMUM_KEYS = 1000;

    private final TagCache cache;
    private final CacheView view;

    RevalidateAction(TagCache cache, CacheView view) {
        this.cache = cache;
        this.view = view;
    }

    @Override
    public Future<Answer> perform(Arguments arguments) {
        RevalidationRequest request = RevalidationRequest.of(arguments);
        if (request.dryRun()) {
            return Future.succeededFuture(dryRun(request, entries(request, MAXIMUM_KEYS)));
        }
        JsonObject counted = counted(request);
        return revalidate(request).map(done -> done.propagated() ? done(done, counted) : notPropagated(done));
    }

    /** Counting the entries means walking over all of them, so it is done only if the client asks for it. */
    private JsonObject counted(RevalidationRequest request) {
        return request.count() ? new JsonObject().put("entries", entries(request, 0).total()) : new JsonObject();
    }

    private EntryPage entries(RevalidationRequest request, int keys) {
        return view.entries(new EntryQuery(request.tags(), null, 0, keys));
    }

    private Future<Revalidation> revalidate(RevalidationRequest request) {
        return Future.fromCompletionStage(cache.revalidateTagAsync(request.mode(), request.tags().toArray(String[]::new))
                .subscribeAsCompletionStage());
    }

    private static Answer dryRun(RevalidationRequest request, EntryPage entries) {
        JsonArray keys = new JsonArray();
        entries.entries().forEach(entry -> keys.add(EntryJson.key(entry)));
        return Answer.ok(new JsonObject().put("revalidated", false).put("tags", request.tags())
                .put("mode", RevalidationRequest.text(request.mode())).put("entries", entries.total()).put("keys", keys)
                .put("now", System.currentTimeMillis()));
    }

    private static Answer done(Revalidation done, JsonObject counted) {
        return Answer.ok(new JsonObject().put("revalidated", true).mergeIn(facts(done)).mergeIn(counted)
                .put("now", System.currentTimeMillis()));
    }

    private static Answer notPropagated(Revalidation done) {
        return NotTold.answer("The tags are revalidated on this node, but other nodes could not be told. They will be, without "
                + "another request.", facts(done));
    }

    private static JsonObject facts(Revalidation done) {
        return new JsonObject().put("tags", new JsonArray(List.copyOf(done.tags())))
                .put("mode", RevalidationRequest.text(done.mode())).put("sequence", done.sequence());
    }
}
