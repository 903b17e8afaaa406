package io.quarkiverse.usecache.runtime.fill;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What one load waits for, so that loads which would wait for each other are found. */
final class Waits {

    /** Several at once, and one several times, when the method makes calls in parallel. */
    private volatile Queue<Fill> awaited;

    private Queue<Fill> awaited() {
        Queue<Fill> known = awaited;
        return known == null ? create() : known;
    }

    private synchronized Queue<Fill> create() {
        if (awaited == null) {
            awaited = new ConcurrentLinkedQueue<>();
        }
        return awaited;
    }

    /**
     * Says that the loads around a call wait for another's.
     *
     * @return whether that one, directly or not, waits for one of them, so that the call must not wait
     */
    static boolean begin(FillScope around, Fill load) {
        for (FillScope scope = around; scope != null; scope = scope.around()) {
            scope.fill().waits().awaited().add(load);
        }
        return around != null && waitsForAny(around, load);
    }

    private static boolean waitsForAny(FillScope around, Fill load) {
        Set<Fill> seen = new HashSet<>();
        Deque<Fill> next = new ArrayDeque<>(List.of(load));
        for (Fill fill; (fill = next.poll()) != null;) {
            if (!fill.done().isDone() && seen.add(fill)) {
                if (around.isInside(fill)) {
                    return true;
                }
                next.addAll(fill.waits().awaited());
            }
        }
        return false;
    }

    static void end(FillScope around, Fill load) {
        for (FillScope scope = around; scope != null; scope = scope.around()) {
            scope.fill().waits().awaited().remove(load);
        }
    }
}
