package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.List;

import jakarta.enterprise.inject.Instance;

import io.quarkiverse.usecache.runtime.config.ChangesConfig;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.endpoint.message.Shown;
import io.quarkiverse.usecache.spi.WatchCheck;
import io.vertx.ext.web.RoutingContext;

/** Decides what a client is told of that asks for some tags, or for all that it may be told of. */
interface WatchRule {

    /** @throws Problem if it may not be told of one of them */
    WatchedTags narrow(RoutingContext request, List<String> wanted);

    /** That of the application if it has one, else what is configured. */
    static WatchRule of(ChangesConfig config, Instance<WatchCheck> check) {
        if (check.isResolvable()) {
            return checkedBy(check.get());
        }
        WatchedTags allowed = new WatchedTags(config.tags().orElse(List.of()));
        return (request, wanted) -> allowed.narrowedTo(wanted);
    }

    private static WatchRule checkedBy(WatchCheck check) {
        return (request, wanted) -> {
            List<String> asked = wanted.isEmpty() ? List.of(WatchedTags.ANY) : wanted;
            WatchedTags.limit(asked);
            for (String tag : asked) {
                if (!check.mayWatch(request, tag)) {
                    throw Problem.of(403, "The tag [" + Shown.text(tag) + "] may not be watched by this client, as "
                            + "the application decides.");
                }
            }
            return new WatchedTags(List.copyOf(asked));
        };
    }
}
