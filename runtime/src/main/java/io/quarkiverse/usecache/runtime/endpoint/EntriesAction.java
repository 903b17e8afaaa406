package io.quarkiverse.usecache.runtime.endpoint;

import java.util.List;

import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.endpoint.message.EntryJson;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.endpoint.message.Shown;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryPage;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Lists the entries, a page of them at a time. */
final class EntriesAction implements Action {

    private final CacheView view;
    private final boolean valuesAllowed;

    /** @param valuesAllowed whether values are shown where they are asked for */
    EntriesAction(CacheView view, boolean valuesAllowed) {
        this.view = view;
        this.valuesAllowed = valuesAllowed;
    }

    @Override
    public Future<Answer> perform(Arguments arguments) {
        arguments.allow(List.of("tags", "cache", "limit", "offset", "values"));
        boolean values = arguments.flag("values") && valuesAllowed;
        EntryQuery query = new EntryQuery(arguments.tags(), arguments.text("cache"),
                PageBounds.offset(arguments), PageBounds.limit(arguments));
        EntryPage page = view.entries(query);
        if (page.total() == 0 && query.cache() != null) {
            refuseUnknown(query.cache());
        }
        return Future.succeededFuture(Answer.ok(json(query, page, values)));
    }

    private void refuseUnknown(String cache) {
        List<String> names = view.cacheNames();
        if (!names.contains(cache)) {
            throw Problem.notFound("cache",
                    "There is no cache [" + Shown.text(cache) + "]. Cached methods use " + names + ".");
        }
    }

    private static JsonObject json(EntryQuery query, EntryPage page, boolean values) {
        JsonArray entries = new JsonArray();
        page.entries().forEach(entry -> entries.add(EntryJson.entry(entry, values)));
        return new JsonObject().put("total", page.total()).put("offset", query.offset()).put("limit", query.limit())
                .put("entries", entries);
    }
}
