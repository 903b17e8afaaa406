package io.quarkiverse.usecache.runtime.endpoint;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.endpoint.message.Answer;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.revalidate.Clearing;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Drops all entries of one cache, or of all. */
final class ClearAction implements Action {

    private final Clearing clearing;

    ClearAction(TagCache cache) {
        this.clearing = cache instanceof Clearing telling ? telling : new Plain(cache);
    }

    /** An application's own, which does not say whether others are told. */
    private record Plain(TagCache cache) implements Clearing {

        @Override
        public CompletionStage<Boolean> clearing(String cacheName) {
            cache.clear(cacheName);
            return CompletableFuture.completedStage(true);
        }

        @Override
        public CompletionStage<Boolean> clearingAll() {
            cache.clearAll();
            return CompletableFuture.completedStage(true);
        }
    }

    @Override
    public Future<Answer> perform(Arguments arguments) {
        arguments.allow(List.of("cache", "all"));
        String name = arguments.text("cache");
        if (arguments.flag("all") == (name != null)) {
            throw Problem.in("cache", "Say what to clear: either one cache, as {\"cache\":\"products\"}, or {\"all\":true}.");
        }
        return name == null ? done(clearing.clearingAll(), "all", true) : done(clearing(name), "cache", name);
    }

    private CompletionStage<Boolean> clearing(String name) {
        try {
            return clearing.clearing(name);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("cache", e.getMessage());
        }
    }

    private static Future<Answer> done(CompletionStage<Boolean> clearing, String field, Object value) {
        return Future.fromCompletionStage(clearing).map(told -> told
                ? Answer.ok(new JsonObject().put("cleared", true).put(field, value).put("now", System.currentTimeMillis()))
                : NotTold.answer("The entries are dropped on this node, but other nodes could not be told. They will be, "
                        + "without another request.", new JsonObject().put(field, value)));
    }
}
