package io.quarkiverse.usecache.runtime.endpoint;

import java.util.List;

import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.TagSummary;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Lists the tags that entries carry. */
final class TagsAction implements Action {

    private final CacheView view;

    TagsAction(CacheView view) {
        this.view = view;
    }

    @Override
    public Future<Answer> perform(Arguments arguments) {
        arguments.allow(List.of());
        JsonArray tags = new JsonArray();
        view.tags().forEach(tag -> tags.add(json(tag)));
        return Future.succeededFuture(Answer.ok(new JsonObject().put("tags", tags)));
    }

    private static JsonObject json(TagSummary tag) {
        return new JsonObject().put("tag", tag.tag()).put("entries", tag.entries())
                .put("functions", new JsonArray(tag.functions()));
    }
}
