package io.quarkiverse.usecache.runtime.fill;

import java.util.concurrent.CompletableFuture;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.fill.CallListener.Load;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.tag.TagStamps;

/**
 * One load in flight: a call's, or a refresh (invariant I9: a refresh is a load like any other, with its own stamp). Others may
 * wait for it.
 */
final class Fill {

    private static final Logger LOG = Logger.getLogger(Fill.class);

    private final Fills fills;
    private final CachedMethod method;
    private final Place place;
    private final Object[] arguments;
    private final long stamp;
    private final long started;
    private final Slot previous;
    private final FillScope scope;
    private final CompletableFuture<Fill> done = new CompletableFuture<>();
    private final Waits waits = new Waits();
    private volatile boolean behind;
    private volatile boolean withdrawn;
    private volatile Throwable failure;
    private Slot slot;

    /** @param previous the stale entry that it replaces and that is served meanwhile, or {@code null} */
    Fill(Fills fills, Call call, Place place, long stamp, Slot previous, FillScope around) {
        this.fills = fills;
        this.method = call.method();
        this.place = place;
        this.arguments = call.arguments();
        this.stamp = stamp;
        this.started = fills.now();
        this.previous = previous;
        this.scope = new FillScope(around, this, fills.revalidations());
    }

    /**
     * Gives a refresh to the thread it waited for, unless a call came before that must not wait for that thread, because the
     * refresh may be waiting for the call's own.
     */
    boolean claimBehind() {
        behind = place.claim();
        return behind;
    }

    /** Keeps a refresh that no thread has come to from being run at all: who waits for it looks again. */
    boolean cancel() {
        boolean cancelled = place.cancel();
        if (cancelled) {
            withdraw();
        }
        return cancelled;
    }

    /** Ends the load without its having run. */
    void withdraw() {
        withdrawn = true;
        scope.close();
        place.leave();
        place.free(this);
        done.complete(this);
    }

    /** Keeps what the load makes from being stored, unless it is too late; it still goes to those who wait for it. */
    boolean displace() {
        return cancel() || place.lose();
    }

    /** The load has a value: it is kept if it may be, and handed to all who wait. */
    void succeed(Object value) {
        long now = fills.now();
        try {
            scope.addTags(method.resultTags(), arguments, value);
            settle(value, scope.close(), now);
        } catch (RuntimeException | Error failure) {
            giveUp(value, failure);
        } finally {
            end(now);
        }
    }

    private void settle(Object value, FillScope.Collected collected, long now) {
        Life life = method.shared(collected.life());
        int weight = collected.refusal() == null && life.storable() ? weigh(value) : -1;
        slot = new Slot(this, value, method.shared(collected.tags()), life, weight);
        if (weight < 0) {
            leave();
        } else {
            keep(now);
        }
    }

    /** The weight of the value, or a negative number if it must not be kept. */
    private int weigh(Object value) {
        int weight = method.store().weigh(place.key(), value);
        if (weight < 0) {
            scope.refuse("its weigher gave a negative weight, or failed");
        }
        return weight;
    }

    private void leave() {
        place.leave(previous);
        String refusal = scope.refusal();
        if (refusal != null) {
            method.warnNotCached(refusal);
        }
    }

    /** Storing failed, but the call must not: the value is its caller's alone. */
    private void giveUp(Object value, Throwable failure) {
        LOG.errorf(failure, "A result of [%s] could not be stored", method);
        scope.close();
        scope.refuse("storing it failed");
        slot = new Slot(this, value, TagStamps.NONE, method.life(), -1);
        place.leave(previous);
    }

    /**
     * Invariant I8: a value whose tag moved while it was loaded goes to its caller and is not kept. Looking once it is stored
     * finds also what has moved meanwhile; who finds it before looks for itself.
     */
    private void keep(long now) {
        place.keep(slot);
        if (fills.checkAt(now, slot) == Freshness.GONE) {
            LOG.debugf("Not kept, revalidated or expired while it was loaded: [%s%s]", method, place.key());
            place.drop(slot);
        }
    }

    private void end(long now) {
        place.free(this);
        if (scope.around() != null) {
            scope.around().absorb(this);
        }
        tell(now - started);
        done.complete(this);
        fills.ended(now);
    }

    void nests(CachedMethod inner) {
        fills.listener().nested(method, inner);
    }

    /** Before anyone is given the value, who might change it. */
    private void tell(long nanos) {
        Object value = slot == null ? null : slot.value();
        try {
            fills.listener().loaded(method, place.key(), new Load(slot, value, failure, behind, nanos));
        } catch (RuntimeException e) {
            LOG.errorf(e, "A listener failed when a load of [%s] ended", method);
        }
    }

    /** The load failed: nothing is stored, and a value that is only stale is served on. */
    void fail(Throwable cause) {
        failure = cause;
        scope.close();
        try {
            makeRoom();
        } finally {
            end(fills.now());
        }
    }

    private void makeRoom() {
        if (previous != null && fills.check(previous) != Freshness.GONE) {
            fills.postponeRefresh(previous);
            place.leave();
        } else {
            place.leave(previous);
        }
    }

    /** Invariant I7: who comes later may wait only for a load that has not failed, and none of whose known tags has moved. */
    boolean joinable() {
        return failure == null && !withdrawn
                && !fills.settledIf(method.store().clearedAfter(stamp) || scope.expired());
    }

    /** Whether who waited may have the outcome: tags may have become known, and moved, meanwhile. */
    boolean sharable() {
        return !withdrawn && !scope.isPersonal()
                && (failure != null || scope.refusal() == null && !fills.settledIf(slot.expired()));
    }

    Waits waits() {
        return waits;
    }

    CompletableFuture<Fill> done() {
        return done;
    }

    /** The failure, or {@code null}; to be asked when done. */
    Throwable failure() {
        return failure;
    }

    /** The value, to be asked when done; the failure of the load, as it is, if there is none. */
    <T extends Throwable> Object value() throws T {
        if (failure != null) {
            @SuppressWarnings("unchecked")
            T asItIs = (T) failure;
            throw asItIs;
        }
        return slot.value();
    }

    FillScope scope() {
        return scope;
    }

    CachedMethod method() {
        return method;
    }

    /** The logical time at which the load began, or an earlier one. */
    long stamp() {
        return stamp;
    }

    /** When the load began, by the ticker. */
    long started() {
        return started;
    }

    /** The stale entry that is served while this load refreshes it, or {@code null}. */
    Slot previous() {
        return previous;
    }

    Object[] arguments() {
        return arguments;
    }

    CallKey key() {
        return place.key();
    }
}
