package io.quarkiverse.usecache.it.concurrency.step;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.Load;

/** I8: a load that is evicted is not stored. */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "The cache stays empty.")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "It was too late to evict the load.")
@Outcome(expect = Expect.FORBIDDEN, desc = "What was evicted is there again, or what was not is gone.")
@State
public class EvictedLoadStaysAway {

    private final Registry registry = new Registry();
    private final Load load = registry.begin(registry.method("read", "a"));

    @Actor
    public void evict(ZZ_Result result) {
        result.r1 = registry.inFlight().drop(load);
    }

    @Actor
    public void finish() {
        registry.completion().succeed(load, "value");
    }

    @Arbiter
    public void look(ZZ_Result result) {
        result.r2 = registry.stored(load) != null;
    }
}
