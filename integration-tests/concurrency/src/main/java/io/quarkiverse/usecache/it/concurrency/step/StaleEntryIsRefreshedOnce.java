package io.quarkiverse.usecache.it.concurrency.step;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.CachedFunction;

/** I9: two calls that find a stale entry cause one refresh, and are served meanwhile. */
@JCStressTest
@Outcome(id = "(0|1), (0|1), 1", expect = Expect.ACCEPTABLE, desc = "One load behind the calls.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The method ran more than once to refresh one entry, or not at all.")
@State
public class StaleEntryIsRefreshedOnce {

    private final Registry registry = new Registry();
    private final CachedFunction read = registry.method("read", "a");
    private final AtomicInteger loads = new AtomicInteger();

    public StaleEntryIsRefreshedOnce() {
        call();
        registry.clock().revalidate(RevalidationMode.STALE, List.of("a"));
    }

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
        result.r3 = loads.get() - 1;
    }
}
