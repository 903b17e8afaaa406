package io.quarkiverse.usecache.dev.function;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.runtime.view.LiveEntries;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;

/** Answers what Dev UI asks of the cached methods. */
@ApplicationScoped
public class FunctionsJsonRpcService {

    private final FunctionRows rows;
    private final LiveEntries live;

    @Inject
    FunctionsJsonRpcService(FunctionRows rows, LiveEntries live) {
        this.rows = rows;
        this.live = live;
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("List the methods annotated with @UseCache: the cache each uses, whether its entries are shared or "
            + "private to a user, the templates of its tags, its life, its store, how many live entries it has now, what has "
            + "become of its calls since the application started, and how long its loads take")
    public List<CachedFunction> functions() {
        return rows.all();
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Count the live entries of all caches")
    public long liveEntries() {
        return live.countByMethod().values().stream().mapToLong(Long::longValue).sum();
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Tell, in percent, how many of all cached calls since the application started did not wait for a load")
    public String hitRatio() {
        Double ratio = rows.hitRatio();
        return ratio == null ? "-" : Math.round(100 * ratio) + "%";
    }
}
