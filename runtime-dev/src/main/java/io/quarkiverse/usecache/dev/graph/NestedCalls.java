package io.quarkiverse.usecache.dev.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.dev.graph.CallGraph.Nested;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.method.CachedMethod;

/** Remembers which cached methods have called which others. */
@Singleton
public class NestedCalls implements CacheListener {

    private record Pair(CachedMethod outer, CachedMethod inner) {
    }

    private final FunctionNames names;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();

    @Inject
    NestedCalls(FunctionNames names) {
        this.names = names;
    }

    @Override
    public void nested(CachedMethod outer, CachedMethod inner) {
        pairs.add(new Pair(outer, inner));
    }

    List<Nested> seen() {
        return pairs.stream().map(pair -> new Nested(names.of(pair.outer()).id(), names.of(pair.inner()).id()))
                .sorted(Comparator.comparing(Nested::outer).thenComparing(Nested::inner)).toList();
    }
}
