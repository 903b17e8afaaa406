package io.quarkiverse.usecache.runtime.fill;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.fill.CallListener.Load;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.quarkiverse.usecache.runtime.tag.TagState;

/**
 * One load in flight: a call's, or a refresh (invariant I9: a refresh is a load like any other, with its own stamp). Others may
 * wait for it.
 */
final class Fill implements Slot.Phase {

    private static final Logger LOG = Logger.getLogger(Fill.class);

    private final Fills fills;
    private final Place place;
    private final Object[] arguments;
    private final Slot previous;
    private final Slot slot;
    private final FillScope scope;
    private final CompletableFuture<Fill> done = new CompletableFuture<>();
    private final Waits waits = new Waits();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile boolean behind;
    private volatile boolean superseded;
    private volatile Throwable failure;

    /** @param previous the stale entry that the slot replaces and is served meanwhile, or {@code null} */
    Fill(Fills fills, Place place, Object[] arguments, Slot previous, Slot slot, FillScope around) {
        this.fills = fills;
        this.place = place;
        this.arguments = arguments;
        this.previous = previous;
        this.slot = slot;
        this.scope = new FillScope(around, this, slot, fills.revalidations());
        slot.begin(this);
    }

    /**
     * Gives the load to who claims it first: to its caller or, for a refresh, to the thread it waits for, unless a call comes
     * before that must not wait for that thread, because the refresh may be waiting for the call's own.
     */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Gives a refresh to the thread it waited for. */
    boolean claimBehind() {
        behind = claim();
        return behind;
    }

    /** Another load has taken the place of this one, which has never run. */
    void supersede() {
        superseded = true;
        scope.close();
        done.complete(this);
    }

    /** The load has a value: it is kept if it may be, and handed to all who wait. */
    void succeed(Object value) {
        long now = fills.now();
        try {
            scope.addTags(slot.method().resultTags(), arguments, value);
            scope.close();
            settle(value, now);
        } catch (RuntimeException | Error failure) {
            giveUp(value, failure);
        } finally {
            end(now);
        }
    }

    private void settle(Object value, long now) {
        Life life = slot.method().shared(scope.life());
        int weight = weigh(value, life);
        slot.finish(value, slot.method().shared(scope.tags()), life);
        if (weight < 0) {
            place.leave();
        } else {
            slot.publish(weight);
            keep(now);
        }
    }

    /** Storing failed, but the call must not: the value is its caller's alone, unless it is an entry already. */
    private void giveUp(Object value, Throwable failure) {
        LOG.errorf(failure, "A result of [%s] could not be stored", slot.method());
        if (slot.fill() != null) {
            scope.close();
            scope.refuse("storing it failed");
            slot.finish(value, TagStamps.NONE, slot.method().shared(scope.life()));
            place.leave();
        }
    }

    /** The weight of a value that may be kept, or a negative number. */
    private int weigh(Object value, Life life) {
        if (scope.refusal() == null && life.storable()) {
            int weight = slot.method().store().weigh(place.key(), value);
            if (weight >= 0) {
                return weight;
            }
            scope.refuse("its weigher gave a negative weight, or failed");
        }
        if (scope.refusal() != null) {
            slot.method().warnNotCached(scope.refusal());
        }
        return -1;
    }

    /** Invariant I8: a value whose tag moved while it was loaded goes to its caller and is not kept. */
    private void keep(long now) {
        if (fills.checkAt(now, slot) == Freshness.GONE) {
            LOG.debugf("Not kept, revalidated or expired while it was loaded: [%s%s]", slot.method(), place.key());
            place.leave();
        } else {
            place.keep();
        }
    }

    private void end(long now) {
        if (scope.around() != null) {
            scope.around().absorb(this);
        }
        tell(now - slot.started());
        done.complete(this);
        fills.ended(now);
    }

    void nests(CachedMethod inner) {
        fills.listener().nested(slot.method(), inner);
    }

    /** Before anyone is given the value, who might change it. */
    private void tell(long nanos) {
        Object value = failure == null ? slot.value() : null;
        try {
            fills.listener().loaded(slot.method(), place.key(), new Load(slot, value, failure, behind, nanos));
        } catch (RuntimeException e) {
            LOG.errorf(e, "A listener failed when a load of [%s] ended", slot.method());
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
            place.giveBackTo(previous);
        } else {
            place.leave();
        }
    }

    /** Invariant I7: who comes later may wait only for a load that has not failed, and none of whose known tags has moved. */
    boolean joinable() {
        return failure == null && !superseded
                && !fills.settledIf(slot.method().store().clearedAfter(slot.stamp()) || scope.expired());
    }

    /** Whether who waited may have the outcome: tags may have become known, and moved, meanwhile. */
    boolean sharable() {
        return !superseded && !scope.isPersonal()
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

    Slot slot() {
        return slot;
    }

    /** The stale entry that is served while this load refreshes it, or {@code null}. */
    Slot previous() {
        return previous;
    }

    int previousWeight() {
        return previous == null ? 0 : previous.weight();
    }

    void forEachTag(Consumer<TagState> action) {
        scope.tags().forEach(action);
        if (previous != null) {
            previous.forEachTag(action);
        }
    }

    Object[] arguments() {
        return arguments;
    }

    CallKey key() {
        return place.key();
    }
}
