package io.quarkiverse.usecache.runtime.purge;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * Has a target purge once more, some time later, what was revalidated: after the first purge it may have been given an answer
 * that was on its way, or that a node made which did not know of the revalidation yet. Tags are kept in two halves that take
 * turns, so each waits for one to two turns. On the lane of the target, but for {@link #add}.
 */
final class Repeats {

    private final PurgeTarget target;
    private final Lane lane;
    private final long turn;
    private final int maximum;
    private final BooleanSupplier othersKnow;
    private Pending young;
    private Pending old;
    private Runnable cancelTurn;

    /** @param othersKnow whether all nodes have been told of what this one has revalidated */
    Repeats(PurgeTarget target, Lane lane, Duration turn, int maximum, BooleanSupplier othersKnow) {
        this.target = target;
        this.lane = lane;
        this.turn = turn.toMillis();
        this.maximum = maximum;
        this.othersKnow = othersKnow;
        this.young = new Pending(maximum);
        this.old = new Pending(maximum);
    }

    void add(RevalidationMode mode, Collection<String> tags, long sequence) {
        lane.execute(() -> {
            young.add(mode, tags, sequence, 0);
            plan();
        });
    }

    void addEverything() {
        lane.execute(() -> {
            young.addEverything(0);
            plan();
        });
    }

    private void plan() {
        if (cancelTurn == null) {
            cancelTurn = lane.after(turn, this::turn);
        }
    }

    private void turn() {
        cancelTurn = null;
        if (othersKnow.getAsBoolean()) {
            give(old);
            old = young;
            young = new Pending(maximum);
        }
        if (!old.isEmpty() || !young.isEmpty()) {
            plan();
        }
    }

    private void give(Pending pending) {
        for (Batch batch; (batch = pending.next(maximum)) != null; pending.purged(batch)) {
            if (batch.isEverything()) {
                target.addEverything();
            } else {
                target.add(batch.mode(), List.copyOf(batch.tags().keySet()), batch.sequence());
            }
        }
    }

    /** The application ends: what waits is purged now, and no more. */
    void end() {
        lane.execute(() -> {
            if (cancelTurn != null) {
                cancelTurn.run();
            }
            give(old);
            give(young);
        });
    }
}
