package io.quarkiverse.usecache.runtime.endpoint;

import java.util.List;

import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.TagPage;
import io.quarkiverse.usecache.runtime.view.CacheView.TagQuery;
import io.quarkiverse.usecache.runtime.view.CacheView.TagSummary;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Lists the tags that entries carry, a page of them at a time. */
final class TagsAction implements Action {

    private final CacheView view;

    TagsAction(CacheView view) {
        this.view = view;
    }

    @Override
    public Future<Answer> perform(Arguments arguments) {
        arguments.allow(List.of("q", "limit", "offset"));
        TagQuery query = new TagQuery(arguments.text("q"), PageBounds.offset(arguments), PageBounds.limit(arguments));
        TagPage page = view.tags(query);
        JsonArray tags = new JsonArray();
        page.tags().forEach(tag -> tags.add(json(tag)));
        return Future.succeededFuture(Answer.ok(new JsonObject().put("offset", query.offset()).put("limit", query.limit())
                .put("more", page.more()).put("tags", tags)));
    }

    private static JsonObject json(TagSummary tag) {
        return new JsonObject().put("tag", tag.tag()).put("entries", tag.entries())
                .put("functions", new JsonArray(tag.functions()));
    }
}
