package io.quarkiverse.usecache.dev.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.dev.PageRange;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.view.LiveEntries;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;

/** Answers what belongs together. */
@ApplicationScoped
public class GraphJsonRpcService {

    private final LiveEntries live;
    private final FunctionNames names;
    private final NestedCalls nested;

    @Inject
    GraphJsonRpcService(LiveEntries live, FunctionNames names, NestedCalls nested) {
        this.live = live;
        this.names = names;
        this.nested = nested;
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Tell which cached methods have made entries with which tags, and which cached methods have called "
            + "which others while they were loading: an entry carries the tags of what was called for it too")
    public CallGraph graph(
            @JsonRpcDescription("How many tags to list, those with most entries, at most 1000; 0 for 50") Integer limit) {
        GraphCount count = new GraphCount(names);
        live.all().forEach(count::add);
        return count.graph(PageRange.of(0, limit).limit(), nested.seen());
    }
}
