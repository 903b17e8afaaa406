package io.quarkiverse.usecache.runtime.load;

import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;

/** Begins loads: says what each may see, and gathers from then on what is said of its result. */
public final class Loader {

    private final RevalidationClock clock;
    private final ReadViews views;
    private final FreshnessCheck freshness;
    private final InFlight inFlight;
    private final CacheListeners listeners;

    public Loader(RevalidationClock clock, ReadViews views, FreshnessCheck freshness, InFlight inFlight,
            CacheListeners listeners) {
        this.clock = clock;
        this.views = views;
        this.freshness = freshness;
        this.inFlight = inFlight;
        this.listeners = listeners;
    }

    /**
     * A load that the call runs itself, and that others find.
     *
     * @param previous the stale entry that is there, or {@code null}
     */
    public Load begin(Call call, Entry previous) {
        return begun(call, LoadState.running(), previous, call.function().source());
    }

    /** The same for a call that asks for what is new, whatever is cached. */
    public Load beginAnew(Call call) {
        return begun(call, LoadState.running(), null, call.function().source().alone());
    }

    /** A load for its caller alone: others do not find it, and what it makes is not stored. */
    public Load beginAlone(Call call) {
        return begun(call, LoadState.withoutPlace(), null, call.function().source().alone());
    }

    private Load begun(Call call, LoadState state, Entry previous, Source source) {
        StackReserve.require();
        ReadView view = views.at(clock.stamp());
        Load load = new Load(call, view.shareable() ? state : LoadState.withoutPlace(), previous, freshness.now(),
                call.around(), view.shareable() ? source : source.alone(), listeners);
        collect(load, view, load.begun());
        return load;
    }

    /** A load that a thread is to come for; it has no part in the call that asks for it. */
    public Load beginRefresh(Call call, Entry stale) {
        return new Load(call, LoadState.waiting(), stale, freshness.now(), null, call.function().source().behind(), listeners);
    }

    /**
     * Gives a refresh to the thread it waited for, unless a call came before that must not wait for that thread, because the
     * refresh may be waiting for the call's own. What it may see counts from here.
     */
    boolean claim(Load refresh) {
        collect(refresh, views.at(clock.stamp()), freshness.now());
        return refresh.state().claim();
    }

    /**
     * Invariant I1: the stamp was read before this, and so before the method runs. The load's tags are known to calls that find
     * it as far as its arguments go.
     */
    private void collect(Load load, ReadView view, long started) {
        Collector collector = new Collector(load.method(), view, started, clock);
        collector.add(load.call().store().clearTag());
        if (view.undo() != null) {
            collector.add(view.undo());
        }
        load.collectIn(collector);
        collector.addTags(load.method().callTags(), load.call().invocation().getParameters(), null);
    }

    /** Ends a load that found, when it was about to begin, that it is not needed. */
    public void withdraw(Load load) {
        if (load.collector() != null) {
            load.collector().close();
        }
        load.state().displace();
        inFlight.remove(load);
        load.state().complete(Outcome.Withdrawn.IT);
    }
}
