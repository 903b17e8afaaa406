package io.quarkiverse.usecache.runtime.fill;

import java.util.List;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZL_Result;

import io.quarkiverse.usecache.RevalidationMode;

/** I8: a load that may not be kept, because a tag has moved, makes room, but not where another load has begun. */
@JCStressTest
@Outcome(id = "true, other", expect = Expect.ACCEPTABLE, desc = "The later load has the place.")
@Outcome(id = "false, none", expect = Expect.ACCEPTABLE, desc = "It was too late to take the place, which is free.")
@Outcome(expect = Expect.FORBIDDEN, desc = "It has removed the slot of a later load, or stays.")
@State
public class LeavingSlotLeavesAnother {

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
        registry.revalidations().revalidate(RevalidationMode.EXPIRE, List.of("a"));
        fill.succeed("value");
    }

    @Arbiter
    public void look(ZL_Result result) {
        Slot held = registry.held(fill);
        result.r2 = held == other.slot() ? "other" : held == fill.slot() ? "own" : "none";
    }
}
