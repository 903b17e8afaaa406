package io.quarkiverse.usecache.runtime.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Lets a test say when what is due later is run. */
final class TestTimer implements NodeTimer {

    private record Due(long at, Runnable task) {
    }

    private final List<Due> waiting = new ArrayList<>();
    private final LongSupplier now;

    TestTimer(LongSupplier now) {
        this.now = now;
    }

    @Override
    public synchronized void after(long nanos, Runnable task) {
        waiting.add(new Due(now.getAsLong() + nanos, task));
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** Runs all that waits now, whenever it is due. */
    void runAll() {
        run(Long.MAX_VALUE);
    }

    void runDue() {
        run(now.getAsLong());
    }

    private void run(long until) {
        List<Due> ready;
        synchronized (this) {
            ready = waiting.stream().filter(due -> due.at() <= until).toList();
            waiting.removeAll(ready);
        }
        ready.forEach(due -> due.task().run());
    }
}
