package io.quarkiverse.usecache.it.concurrency.step;

import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.CachedFunction;

/** Two calls that find no entry cause one load: one finds the other's load, or what it has stored. */
@JCStressTest
@Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "Both get what one of them loads.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The method ran more than once.")
@State
public class LoadsThatMeetRunOnce {

    private final Registry registry = new Registry();
    private final CachedFunction read = registry.method("read", "a");
    private final AtomicInteger loads = new AtomicInteger();

    private int call() {
        return (int) registry.call(read, loads::getAndIncrement);
    }

    @Actor
    public void first(III_Result result) {
        result.r1 = call();
    }

    @Actor
    public void second(III_Result result) {
        result.r2 = call();
    }

    @Arbiter
    public void look(III_Result result) {
        result.r3 = loads.get();
    }
}
