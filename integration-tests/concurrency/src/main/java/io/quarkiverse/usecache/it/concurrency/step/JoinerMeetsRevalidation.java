package io.quarkiverse.usecache.it.concurrency.step;

import java.util.List;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.Load;

/** I7: a call that begins after a revalidation has returned neither joins a load from before it, nor takes its value. */
@JCStressTest
@Outcome(id = "false, .*, .*", expect = Expect.ACCEPTABLE, desc = "The revalidation has not returned.")
@Outcome(id = "true, false, false", expect = Expect.ACCEPTABLE, desc = "The call loads for itself.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The call would get a value from before the revalidation.")
@State
public class JoinerMeetsRevalidation {

    private final Registry registry = new Registry();
    private final Load load = registry.begin(registry.method("read", "a"));
    private volatile boolean revalidated;

    @Actor
    public void revalidate() {
        registry.clock().revalidate(RevalidationMode.EXPIRE, List.of("a"));
        revalidated = true;
    }

    @Actor
    public void join(ZZZ_Result result) {
        result.r1 = revalidated;
        result.r2 = !load.isExpired();
        registry.completion().succeed(load, "value");
        result.r3 = load.outcome().shareable() && !load.outcome().result().expired();
    }
}
