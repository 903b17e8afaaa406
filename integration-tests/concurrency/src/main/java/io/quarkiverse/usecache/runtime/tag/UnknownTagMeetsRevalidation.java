package io.quarkiverse.usecache.runtime.tag;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

import io.quarkiverse.usecache.RevalidationMode;

/** I6: a tag that becomes known while it is revalidated has the revalidation's number, from the floor or by itself. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "The load that made the tag known is told.")
@Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "The revalidation saw no state, and the state did not see the floor.")
@State
public class UnknownTagMeetsRevalidation {

    private final TagStates states = new TagStates();
    private TagState interned;

    @Actor
    public void intern() {
        interned = states.intern("a");
    }

    @Actor
    public void revalidate() {
        states.raise(RevalidationMode.EXPIRE, "a", 1);
    }

    @Arbiter
    public void look(Z_Result result) {
        result.r1 = interned.expiredAfter(0);
    }
}
