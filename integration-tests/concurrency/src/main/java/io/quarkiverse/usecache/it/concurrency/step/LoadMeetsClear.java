package io.quarkiverse.usecache.it.concurrency.step;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.CachedFunction;

/** I1: what is loaded beside a clear of its cache may go to its caller, and to no later call. */
@JCStressTest
@Outcome(id = "(0|1), 1", expect = Expect.ACCEPTABLE, desc = "The later call gets the new value.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A call that began after the clear had returned got a value from before it.")
@State
public class LoadMeetsClear {

    private final Registry registry = new Registry();
    private final CachedFunction read = registry.method("read");
    private volatile int database;

    private int call() {
        return (int) registry.call(read, () -> database);
    }

    @Actor
    public void clear() {
        database = 1;
        registry.clear();
    }

    @Actor
    public void call(II_Result result) {
        result.r1 = call();
    }

    @Arbiter
    public void callLater(II_Result result) {
        result.r2 = call();
    }
}
