package io.quarkiverse.usecache.runtime.fill;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZL_Result;

/** I8: a load in whose place another has begun meanwhile does not put itself back. */
@JCStressTest
@Outcome(id = "true, other", expect = Expect.ACCEPTABLE, desc = "The later load has the place.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An earlier load has put its slot over a later one.")
@State
public class ReplacedSlotStaysAway {

    private final Registry registry = new Registry();
    private final CachedMethod read = registry.method("read", "a");
    private final Fill fill = registry.begin(read);
    private final Fill other = registry.beginAside(read);

    @Actor
    public void replace(ZL_Result result) {
        result.r1 = registry.replace(fill, other);
    }

    @Actor
    public void finish() {
        fill.succeed("value");
    }

    @Arbiter
    public void look(ZL_Result result) {
        Slot held = registry.held(fill);
        result.r2 = held == other.slot() ? "other" : held == fill.slot() ? "own" : "none";
    }
}
