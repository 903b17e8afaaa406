package io.quarkiverse.usecache.runtime.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.LoadScope;

/** Which load waits for which others, so that loads that would wait for each other are found. */
final class WaitGraph {

    /** Several at once, and one several times, when a method makes calls in parallel. */
    private final Map<Load, Queue<Load>> awaited;

    WaitGraph() {
        this(new ConcurrentHashMap<>());
    }

    /** @param awaited has to be safe for several threads */
    WaitGraph(Map<Load, Queue<Load>> awaited) {
        this.awaited = awaited;
    }

    /**
     * Says that the loads around a call wait for another's, and looks for a circle then: of two loads that do this at the same
     * moment, one at least sees the other. {@link #end} must follow if the call waits.
     *
     * @return whether that one, directly or not, waits for one of them, so that the call must not wait
     */
    boolean begin(LoadScope around, Load load) {
        for (LoadScope scope = around; scope != null; scope = scope.around()) {
            awaited.compute(scope.load(), (waiting, loads) -> {
                Queue<Load> all = loads == null ? new ConcurrentLinkedQueue<>() : loads;
                all.add(load);
                return all;
            });
        }
        boolean circle = around != null && waitsForAny(around, load);
        if (circle) {
            end(around, load);
        }
        return circle;
    }

    private boolean waitsForAny(LoadScope around, Load load) {
        Set<Load> seen = new HashSet<>();
        Deque<Load> next = new ArrayDeque<>(List.of(load));
        for (Load one; (one = next.poll()) != null;) {
            if (!one.isDone() && seen.add(one)) {
                if (around.isInside(one)) {
                    return true;
                }
                next.addAll(awaited.getOrDefault(one, new ArrayDeque<>()));
            }
        }
        return false;
    }

    void end(LoadScope around, Load load) {
        for (LoadScope scope = around; scope != null; scope = scope.around()) {
            awaited.computeIfPresent(scope.load(), (waiting, loads) -> {
                loads.remove(load);
                return loads.isEmpty() ? null : loads;
            });
        }
    }
}
