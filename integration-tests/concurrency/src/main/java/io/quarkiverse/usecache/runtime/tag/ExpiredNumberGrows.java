package io.quarkiverse.usecache.runtime.tag;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** I2: whichever of two revalidations stores its number last, the greater number stays. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "The greater number is there.")
@Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "What was loaded between the two revalidations would be served.")
@State
public class ExpiredNumberGrows {

    private final TagState state = new TagState("a", 0, 0);

    @Actor
    public void first() {
        state.raiseExpired(1);
    }

    @Actor
    public void second() {
        state.raiseExpired(2);
    }

    @Arbiter
    public void look(Z_Result result) {
        result.r1 = state.expiredAfter(1);
    }
}
