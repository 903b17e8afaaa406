package io.quarkiverse.usecache.runtime.endpoint;

import java.util.List;

import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.CacheSummary;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Lists the caches. */
final class CachesAction implements Action {

    private final CacheView view;

    CachesAction(CacheView view) {
        this.view = view;
    }

    @Override
    public Future<Answer> perform(Arguments arguments) {
        arguments.allow(List.of());
        JsonArray caches = new JsonArray();
        view.caches().forEach(cache -> caches.add(json(cache)));
        return Future.succeededFuture(Answer.ok(new JsonObject().put("caches", caches)));
    }

    private static JsonObject json(CacheSummary cache) {
        return new JsonObject().put("name", cache.name()).put("entries", cache.entries()).put("maximum", cache.maximum())
                .put("functions", new JsonArray(cache.functions()));
    }
}
