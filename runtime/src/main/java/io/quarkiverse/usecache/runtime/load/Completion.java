package io.quarkiverse.usecache.runtime.load;

import java.time.Duration;
import java.util.function.Predicate;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.load.Collector.Collected;
import io.quarkiverse.usecache.runtime.load.Outcome.Failed;
import io.quarkiverse.usecache.runtime.load.Outcome.NotStored;
import io.quarkiverse.usecache.runtime.load.Outcome.Stored;
import io.quarkiverse.usecache.runtime.load.Source.Promoted;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.Freshness;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.quarkiverse.usecache.runtime.store.ValueRules;
import io.quarkiverse.usecache.runtime.tag.TagStamps;

/** Ends loads: what one has made is stored if it may be, and handed to all calls that wait for it. */
public final class Completion {

    private static final Logger LOG = Logger.getLogger(Completion.class);
    private static final int COUNTED = 1;

    private final FreshnessCheck freshness;
    private final InFlight inFlight;
    private final CacheListeners listeners;
    private final Sweep sweep;
    private final long refreshRetry;
    private final Predicate<Throwable> needsCaller;
    private final ValueRules rules;

    /**
     * @param refreshRetry for how long a refresh that failed is not tried again
     * @param needsCaller tells a refresh that failed because it has no caller from others
     * @param rules say what must not be stored
     */
    public Completion(FreshnessCheck freshness, InFlight inFlight, CacheListeners listeners, Sweep sweep, Duration refreshRetry,
            Predicate<Throwable> needsCaller, ValueRules rules) {
        this.freshness = freshness;
        this.inFlight = inFlight;
        this.listeners = listeners;
        this.sweep = sweep;
        this.refreshRetry = Life.nanos(refreshRetry);
        this.needsCaller = needsCaller;
        this.rules = rules;
    }

    /** The load has a value: it is kept if it may be, and handed to all calls that wait. */
    public void succeed(Load load, Object value) {
        Outcome outcome = Outcome.Withdrawn.IT;
        try {
            outcome = value instanceof Promoted promoted ? promote(load, promoted.entry()) : finish(load, value);
        } catch (RuntimeException | Error failure) {
            outcome = giveUp(load, value, failure);
        } finally {
            end(load, outcome);
        }
    }

    private Outcome promote(Load load, Entry entry) {
        load.collector().close();
        return store(load, entry);
    }

    private Outcome finish(Load load, Object value) {
        CachedMethod method = load.method();
        Collector collector = load.collector();
        refuseIfUnfit(load, value);
        int weight = weigh(load, value);
        collector.addTags(method.resultTags(), load.call().invocation().getParameters(), value);
        Collected said = collector.close();
        Life life = method.shared(said.life());
        Entry entry = new Entry(method, collector.view().stamp(), collector.started(), value, method.shared(said.tags()), life,
                weight, said.provenance());
        if (said.refusal() != null) {
            method.warnNotCached(said.refusal());
            return notStored(load, entry, false, said.refusal());
        }
        if (!load.call().store().keeps(value)) {
            return notStored(load, entry, true, "its cache keeps no null");
        }
        return life.storable() ? store(load, entry) : notStored(load, entry, true, "its life is zero");
    }

    /** What must not be in a cache, whatever its tags and its life are. */
    private void refuseIfUnfit(Load load, Object value) {
        String problem = rules.problemWith(value);
        if (problem != null) {
            load.collector().refuse(problem);
        } else if (!load.call().function().stillHas(load.key(), load.call().invocation())) {
            load.collector().refuse("an argument was changed while the method ran, so that its key is another one now. "
                    + "Pass a copy, or a type that cannot be changed");
        }
    }

    private static int weigh(Load load, Object value) {
        int weight = load.collector().refusal() == null ? load.call().store().weigh(load.key(), value) : COUNTED;
        if (weight < 0) {
            load.collector().refuse("its weigher gave a negative weight, or failed");
        }
        return weight;
    }

    /**
     * Invariant I8: a value whose tag moved while it was loaded goes to its caller and is not kept. Looking once it is stored
     * finds also what has moved meanwhile; a call that finds it before looks for itself.
     */
    private Outcome store(Load load, Entry entry) {
        if (!load.state().keepPlace()) {
            return new NotStored(entry, mayBeShared(load), "another load has its place");
        }
        EntryStore store = load.call().store();
        store.put(load.key(), entry);
        if (freshness.of(entry) != Freshness.GONE) {
            return new Stored(entry);
        }
        LOG.debugf("Not kept, revalidated or expired while it was loaded: [%s%s]", load.method(), load.key());
        store.remove(load.key(), entry);
        return new NotStored(entry, mayBeShared(load), "it was revalidated or expired while it was loaded");
    }

    private Outcome notStored(Load load, Entry entry, boolean shareable, String reason) {
        LOG.debugf("Not stored, %s: [%s%s]", reason, load.method(), load.key());
        keepPrevious(load);
        return new NotStored(entry, shareable && mayBeShared(load), reason);
    }

    private static boolean mayBeShared(Load load) {
        return load.collector().view().shareable();
    }

    /** An old value that is only stale is served on, and refreshed later. */
    private void keepPrevious(Load load) {
        Entry previous = load.previous();
        if (load.state().keepPlace() && previous != null) {
            if (freshness.of(previous) == Freshness.GONE) {
                load.call().store().remove(load.key(), previous);
            } else {
                freshness.postponeRefresh(previous, refreshRetry);
            }
        }
    }

    /** Storing failed, but the call must not: the value is its caller's alone. */
    private Outcome giveUp(Load load, Object value, Throwable failure) {
        LOG.errorf(failure, "A result of [%s] could not be stored", load.method());
        load.collector().close();
        load.collector().refuse("storing it failed");
        load.state().keepPlace();
        Entry entry = new Entry(load.method(), load.collector().view().stamp(), load.collector().started(), value,
                TagStamps.NONE, load.method().life(), COUNTED);
        return new NotStored(entry, false, "storing it failed");
    }

    /** The load failed: nothing is stored, and a value that is only stale is served on. */
    public void fail(Load load, Throwable failure) {
        Outcome outcome = new Failed(failure, !isOwn(load, failure));
        try {
            if (load.collector() != null) {
                load.collector().close();
            }
            if (load.isRefresh() && needsCaller.test(failure)) {
                load.previous().refuseRefreshBehind();
            }
            keepPrevious(load);
        } finally {
            end(load, outcome);
        }
    }

    /**
     * Whether others would not have failed likewise: what the thread, its stack or its transaction caused is the caller's own.
     */
    private static boolean isOwn(Load load, Throwable failure) {
        if (Thread.currentThread().isInterrupted() || failure instanceof StackOverflowError) {
            return true;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (cause instanceof InterruptedException) {
                return true;
            }
            cause = cause.getCause();
        }
        return load.collector() != null && load.collector().view().inTransaction();
    }

    /** Whatever happens, the load is not in flight any more, and the calls that wait for it are told. */
    private void end(Load load, Outcome outcome) {
        try {
            inFlight.remove(load);
            tellSource(load, outcome);
            tell(load, outcome);
        } finally {
            load.state().complete(outcome);
            sweep.afterLoad();
        }
    }

    private static void tellSource(Load load, Outcome outcome) {
        if (load.collector() != null) {
            load.call().function().source().ended(load.request(), outcome);
        }
    }

    /** Before any call is given the value, which it might change. */
    private void tell(Load load, Outcome outcome) {
        long started = load.collector() == null ? load.begun() : load.collector().started();
        listeners.loaded(load.method(), load.key(), new LoadEnded(outcome.result(), outcome.failure(), load.isRefresh(),
                load.scope().around() != null, outcome.shareable(), freshness.now() - started));
        if (load.scope().around() != null) {
            load.scope().around().absorb(load, outcome);
        }
    }
}
