package io.quarkiverse.usecache.runtime.shared.entry;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.shared.NodeTimer;
import io.quarkiverse.usecache.runtime.shared.Origin;
import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.tag.LogText;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.spi.SharedEntries;

/** Makes the sources of methods whose results are shared, and holds what all of them need. */
public final class SharedSources {

    private static final Logger LOG = Logger.getLogger(SharedSources.class);

    private final SharedEntries entries;
    private final RevalidationClock clock;
    private final Ticker ticker;
    private final BooleanSupplier mayBlock;
    private final Supplier<Executor> callersContext;
    private final Lookup lookup;
    private final Publisher publisher;
    private final Set<Object> warned = ConcurrentHashMap.newKeySet();

    /**
     * @param mayBlock whether the calling thread may wait
     * @param callersContext runs what follows where the calling thread is now
     */
    public SharedSources(SharedNode node, SharedEntries entries, EntryLimits limits, RevalidationClock clock, Ticker ticker,
            NodeTimer timer, BooleanSupplier mayBlock, Supplier<Executor> callersContext) {
        EntryFormat format = new EntryFormat();
        this.entries = entries;
        this.clock = clock;
        this.ticker = ticker;
        this.mayBlock = mayBlock;
        this.callersContext = callersContext;
        this.lookup = new Lookup(node, entries, new EntryJudge(node, format, ticker), limits, clock, ticker, timer);
        this.publisher = new Publisher(node, entries, format, limits, ticker);
    }

    public Source of(CachedMethod method, EntryStore store, ValueFormat format) {
        return new SharedSource(method, store, format, this);
    }

    /** Gives the store what waited for the end of a transaction. */
    public void publishCommitted() {
        publisher.publishCommitted();
    }

    /** Whether the load knows where it stands in the log. */
    boolean mayBeShared(Source.Request request) {
        return request.view().provenance() instanceof Origin;
    }

    boolean mayBlock() {
        return mayBlock.getAsBoolean();
    }

    Executor callersContext() {
        return callersContext.get();
    }

    Lookup lookup() {
        return lookup;
    }

    Publisher publisher() {
        return publisher;
    }

    SharedEntries entries() {
        return entries;
    }

    RevalidationClock clock() {
        return clock;
    }

    long now() {
        return ticker.read();
    }

    /** The call goes on with the value it has, or loads. */
    void warnOfValue(CachedMethod method, String what, Throwable failure) {
        if (warned.add(method.descriptor().id() + what)) {
            LOG.warnf(failure,
                    "A result of [%s] cannot be %s as it is in the shared store. Calls load it on each node. Return a "
                            + "type that its codec can carry. This is logged once for each method.",
                    method, what);
        }
    }

    /** Each node loads for itself, which nobody would see. */
    void warnOfKey(CachedMethod method, CallKey key) {
        if (warned.add(method.descriptor().id() + "key")) {
            LOG.warnf("Results of [%s] are not in the shared store, because its key has no text that is the same on all nodes: "
                    + "[%s]. Each node loads them. Use texts, numbers, dates, enums, and records, lists, arrays and optionals of "
                    + "them as parameters, or choose such with @CacheKey. This is logged once for each method.", method,
                    LogText.of(key));
        }
    }
}
