package io.quarkiverse.usecache.runtime.fill;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** I8: a load whose slot is evicted meanwhile does not put it back. */
@JCStressTest
@Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "The cache stays empty.")
@Outcome(id = "true", expect = Expect.FORBIDDEN, desc = "What was dropped is there again.")
@State
public class EvictedSlotStaysAway {

    private final Registry registry = new Registry();
    private final Fill fill = registry.begin(registry.method("read", "a"));

    @Actor
    public void evict() {
        registry.evict();
    }

    @Actor
    public void finish() {
        fill.succeed("value");
    }

    @Arbiter
    public void look(Z_Result result) {
        result.r1 = registry.held(fill) != null;
    }
}
