package io.quarkiverse.usecache.it.concurrency.step;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZL_Result;

import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Load;

/** I8: a load that ends makes room, but not where another has begun. */
@JCStressTest
@Outcome(id = "true, other", expect = Expect.ACCEPTABLE, desc = "The later load has the place.")
@Outcome(id = "false, none", expect = Expect.ACCEPTABLE, desc = "It was too late to take the place, which is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It has removed a later load, or stays.")
@State
public class EndingLoadLeavesAnother {

    private final Registry registry = new Registry();
    private final CachedFunction read = registry.method("read", "a");
    private final Load load = registry.begin(read);
    private final Load other = registry.beginAside(read);

    @Actor
    public void replace(ZL_Result result) {
        result.r1 = registry.replace(load, other);
    }

    @Actor
    public void finish() {
        registry.completion().succeed(load, "value");
    }

    @Arbiter
    public void look(ZL_Result result) {
        Load running = registry.inFlight().get(load.key());
        result.r2 = running == other ? "other" : running == load ? "own" : "none";
    }
}
