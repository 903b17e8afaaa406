package io.quarkiverse.usecache.runtime.endpoint;

import java.util.Map;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.endpoint.access.Access;
import io.quarkiverse.usecache.runtime.endpoint.changes.ChangeStreams;
import io.quarkiverse.usecache.runtime.endpoint.changes.ChangesHandler;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** The operations of the HTTP endpoint, each behind the check of the caller. */
final class Endpoint {

    private final Access access;
    private final Map<Operation, Action> actions;
    private final boolean changes;

    Endpoint(Access access, TagCache cache, CacheView view, boolean valuesAllowed, boolean changes) {
        this.access = access;
        this.changes = changes;
        CacheView limited = new LimitedView(view);
        this.actions = Map.of(
                Operation.REVALIDATE, new RevalidateAction(cache, limited),
                Operation.CLEAR, new ClearAction(cache),
                Operation.CACHES, new CachesAction(limited),
                Operation.TAGS, new TagsAction(limited),
                Operation.ENTRIES, new EntriesAction(limited, valuesAllowed));
    }

    Handler<RoutingContext> handler(Operation operation) {
        return operation == Operation.UNKNOWN ? new UnknownHandler(access, changes)
                : new OperationHandler(operation, access, actions.get(operation));
    }

    Handler<RoutingContext> changes(ChangeStreams streams) {
        return new ChangesHandler(access, streams);
    }
}
