package io.quarkiverse.usecache.dev.store;

import java.util.Collection;
import java.util.function.ToLongFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CallStatistics;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkiverse.usecache.runtime.shared.NodeStatus;
import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.quarkiverse.usecache.spi.SharedStore;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;
import io.smallrye.common.annotation.Identifier;

/** Shows how this node takes part in the shared store. */
@ApplicationScoped
public class StoreJsonRpcService {

    private final SharedNode node;
    private final SharedStore store;
    private final FunctionNames names;

    @Inject
    StoreJsonRpcService(SharedNode node, @Identifier(SharedMethods.REDIS) SharedStore store, FunctionNames names) {
        this.node = node;
        this.store = store;
        this.names = names;
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Show how this node takes part in the shared store: its state, the generation and number of the last "
            + "revalidation it has applied, lag, lease, pending revalidations, and how many calls were served from its memory "
            + "(nearHits), from the store (sharedHits) and by running methods (loads)")
    public NodeView sharedStore() {
        NodeStatus status = node.status();
        long leaseMillis = status.leaseLeft().plus(status.leaseAge()).toMillis();
        return new NodeView(status.state().text(), status.position().generation(), status.position().sequence(), status.lag(),
                leaseMillis, status.leaseLeft().toMillis(), status.pending(), status.knownTags(), status.resyncs(),
                store.details(), sum(calls -> calls.hits() + calls.staleHits()), sum(CallStatistics::sharedHits),
                sum(CallStatistics::loads));
    }

    private long sum(ToLongFunction<CallStatistics> count) {
        Collection<CachedMethod> methods = names.ordered();
        return methods.stream().map(CachedMethod::statistics).mapToLong(count).sum();
    }
}
