package io.quarkiverse.usecache.runtime.tag;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

import io.quarkiverse.usecache.RevalidationMode;

/** I6: a tag that is dropped while it is revalidated leaves the revalidation's number behind, in its state and in the floor. */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Holders of the state see it, and so does a new state.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The number went into a state that nobody finds any more.")
@State
public class DroppedTagMeetsRevalidation {

    private final TagStates states = new TagStates();
    private final TagState held = states.intern("a");

    @Actor
    public void drop() {
        states.startSweep();
        states.dropUnused(states.startSweep());
    }

    @Actor
    public void revalidate() {
        states.raise(RevalidationMode.EXPIRE, "a", 1);
    }

    @Arbiter
    public void look(ZZ_Result result) {
        result.r1 = held.expiredAfter(0);
        result.r2 = states.intern("a").expiredAfter(0);
    }
}
