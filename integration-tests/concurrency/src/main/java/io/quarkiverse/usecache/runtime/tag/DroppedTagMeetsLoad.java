package io.quarkiverse.usecache.runtime.tag;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

import io.quarkiverse.usecache.RevalidationMode;

/** I6: a load that takes a tag's state while it is dropped is told of every later revalidation: the state is poisoned. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "The load is told.")
@Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "The load's entry would carry a state that no revalidation reaches.")
@State
public class DroppedTagMeetsLoad {

    private final TagStates states = new TagStates();
    private TagState held;

    public DroppedTagMeetsLoad() {
        states.intern("a");
        states.startSweep();
    }

    @Actor
    public void drop() {
        states.dropUnused(states.startSweep());
    }

    @Actor
    public void intern() {
        held = states.intern("a");
    }

    @Arbiter
    public void look(Z_Result result) {
        states.raise(RevalidationMode.EXPIRE, "a", 1);
        result.r1 = held.expiredAfter(0);
    }
}
