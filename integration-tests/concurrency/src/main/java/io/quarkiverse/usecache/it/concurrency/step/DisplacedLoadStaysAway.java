package io.quarkiverse.usecache.it.concurrency.step;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Load;

/** I8: a load in whose place another begins is not stored, or it has ended before. */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "The later load has the place.")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "It was too late to take the place.")
@Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "The load lost its place, and left it before it was taken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An earlier load has stored its value, and a later one runs in its place.")
@State
public class DisplacedLoadStaysAway {

    private final Registry registry = new Registry();
    private final CachedFunction read = registry.method("read", "a");
    private final Load load = registry.begin(read);
    private final Load other = registry.beginAside(read);

    @Actor
    public void replace(ZZ_Result result) {
        result.r1 = registry.replace(load, other);
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
