package io.quarkiverse.usecache.dev;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.fill.CachedMethods;
import io.quarkiverse.usecache.runtime.fill.LiveEntries;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;

/** What Dev UI asks for. Methods with a description are tools of Dev MCP as well; none of them changes anything. */
@ApplicationScoped
public class UseCacheJsonRpcService {

    private final CachedMethods methods;
    private final LiveEntries live;

    @Inject
    UseCacheJsonRpcService(CachedMethods methods, LiveEntries live) {
        this.methods = methods;
        this.live = live;
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("List the methods annotated with @UseCache: the cache each uses, whether its entries are shared or "
            + "private to a user, the templates of its tags, its life, its store and how many live entries it has now")
    public List<CachedFunction> functions() {
        Map<CachedMethod, Long> counts = live.countByMethod();
        return methods.all().stream()
                .map(method -> CachedFunction.of(method, counts.getOrDefault(method, 0L)))
                .sorted(Comparator.comparing(CachedFunction::method).thenComparing(CachedFunction::bean))
                .toList();
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Count the live entries of all caches")
    public long liveEntries() {
        return live.countByMethod().values().stream().mapToLong(Long::longValue).sum();
    }
}
