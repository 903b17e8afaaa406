package io.quarkiverse.usecache.it.concurrency.step;

import java.util.List;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.Load;

/** I8: a value whose tag has moved before its load ended is not kept. */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "The value went to its caller only.")
@Outcome(id = "false, .*", expect = Expect.ACCEPTABLE, desc = "The revalidation returned after the load had ended.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An entry that can never be served takes up room.")
@State
public class MovedTagIsNotKept {

    private final Registry registry = new Registry();
    private final Load load = registry.begin(registry.method("read", "a"));
    private volatile boolean revalidated;

    @Actor
    public void revalidate() {
        registry.clock().revalidate(RevalidationMode.EXPIRE, List.of("a"));
        revalidated = true;
    }

    @Actor
    public void finish(ZZ_Result result) {
        result.r1 = revalidated;
        registry.completion().succeed(load, "value");
    }

    @Arbiter
    public void look(ZZ_Result result) {
        result.r2 = registry.stored(load) != null;
    }
}
