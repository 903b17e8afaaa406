package io.quarkiverse.usecache.runtime.load;

import java.util.function.Consumer;

import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.SafeCopy;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.store.Entry;

/**
 * One run of a cached method, in flight: a call's, or a refresh (invariant I9: a refresh is a load like any other, with its own
 * stamp). Others may wait for it.
 */
public final class Load {

    private final Call call;
    private final CallKey key;
    private final Entry previous;
    private final long begun;
    private final boolean refresh;
    private final LoadState state;
    private final LoadScope scope;
    private final Source source;
    private final CacheListeners listeners;
    private volatile Collector collector;

    /**
     * @param previous the stale entry that it replaces and that is served meanwhile, or {@code null}
     * @param begun when it was asked for, by the ticker
     * @param around the load that waits for it, or {@code null}
     * @param source the method alone for one that goes past what is cached
     */
    Load(Call call, LoadState state, Entry previous, long begun, LoadScope around, Source source, CacheListeners listeners) {
        this.call = call;
        this.key = call.key().frozen();
        this.previous = previous;
        this.begun = begun;
        this.refresh = state.isWaiting();
        this.state = state;
        this.scope = new LoadScope(around, this);
        this.source = source;
        this.listeners = listeners;
    }

    /** From now on it says something of its result. */
    void collectIn(Collector own) {
        collector = own;
    }

    /** Lets a refresh run with what its call was given, though the caller may change that as soon as it is served. */
    public void keepArguments() {
        call.invocation().setParameters(SafeCopy.ofAll(call.invocation().getParameters()));
    }

    void nests(CachedMethod inner) {
        listeners.nested(method(), inner);
    }

    /** Where its value comes from. */
    public Source source() {
        return source;
    }

    /** What it asks for, once a thread has come to it. */
    public Source.Request request() {
        return new Source.Request(key, collector.view(), refresh ? previous : null, scope.around() != null);
    }

    /** Keeps what it makes from being stored, unless it is too late; the calls that wait still get it. */
    public boolean displace() {
        return state.displace();
    }

    /** Keeps a refresh that no thread has come to from being run at all: the calls that wait look again. */
    public boolean withdraw() {
        return state.withdraw();
    }

    /** Invariant I7: a call that comes later must not wait for a load one of whose known tags has moved. */
    public boolean isExpired() {
        Collector own = collector;
        return own != null && own.expired();
    }

    /** Waits for the outcome; {@code null} when the time is over. */
    public Outcome await(long nanos) throws InterruptedException {
        return state.await(nanos);
    }

    /**
     * Has an action told the outcome, once, at once if it is known already.
     *
     * @return forgets the action
     */
    public Runnable whenDone(Consumer<Outcome> action) {
        return state.whenDone(action);
    }

    public boolean isDone() {
        return state.isDone();
    }

    /** How it ended, or {@code null} while it has not. */
    public Outcome outcome() {
        return state.outcome();
    }

    /** How many wait for its outcome. */
    public int waiters() {
        return state.waiters();
    }

    /** Whether it takes nothing any more that is said of its result. */
    boolean hasEnded() {
        Collector own = collector;
        return own == null || own.isClosed();
    }

    LoadState state() {
        return state;
    }

    /** What it says of its result, or {@code null} while no thread has come to it. */
    public Collector collector() {
        return collector;
    }

    public LoadScope scope() {
        return scope;
    }

    public Call call() {
        return call;
    }

    public CachedMethod method() {
        return call.method();
    }

    /** Its call's key, which its caller cannot change any more. */
    public CallKey key() {
        return key;
    }

    /** When it was asked for, by the ticker. */
    public long begun() {
        return begun;
    }

    /** Whether it runs behind the calls that are served meanwhile. */
    public boolean isRefresh() {
        return refresh;
    }

    /** The stale entry that is served while this load refreshes it, or {@code null}. */
    public Entry previous() {
        return previous;
    }
}
