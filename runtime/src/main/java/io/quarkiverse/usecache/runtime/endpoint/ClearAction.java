package io.quarkiverse.usecache.runtime.endpoint;

import java.util.List;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Drops all entries of one cache, or of all. */
final class ClearAction implements Action {

    private final TagCache cache;

    ClearAction(TagCache cache) {
        this.cache = cache;
    }

    @Override
    public Future<Answer> perform(Arguments arguments) {
        arguments.allow(List.of("cache", "all"));
        String name = arguments.text("cache");
        if (arguments.flag("all") == (name != null)) {
            throw Problem.in("cache", "Say what to clear: either one cache, as {\"cache\":\"products\"}, or {\"all\":true}.");
        }
        return Future.succeededFuture(name == null ? clearAll() : clear(name));
    }

    private Answer clear(String name) {
        try {
            cache.clear(name);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("cache", e.getMessage());
        }
        return cleared("cache", name);
    }

    private Answer clearAll() {
        cache.clearAll();
        return cleared("all", true);
    }

    private static Answer cleared(String field, Object value) {
        return Answer.ok(new JsonObject().put("cleared", true).put(field, value).put("now", System.currentTimeMillis()));
    }
}
