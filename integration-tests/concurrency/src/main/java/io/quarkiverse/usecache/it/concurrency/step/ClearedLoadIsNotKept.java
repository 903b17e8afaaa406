package io.quarkiverse.usecache.it.concurrency.step;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.Load;

/** I8: what is loaded beside a clear of its cache takes up no room after it. */
@JCStressTest
@Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "The cache stays empty.")
@Outcome(id = "true", expect = Expect.FORBIDDEN, desc = "An entry that can never be served takes up room.")
@State
public class ClearedLoadIsNotKept {

    private final Registry registry = new Registry();
    private final Load load = registry.begin(registry.method("read", "a"));

    @Actor
    public void clear() {
        registry.clear();
    }

    @Actor
    public void finish() {
        registry.completion().succeed(load, "value");
    }

    @Arbiter
    public void look(Z_Result result) {
        result.r1 = registry.stored(load) != null;
    }
}
