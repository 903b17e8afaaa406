package io.quarkiverse.usecache.runtime.tag;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** I2, I6: the floor keeps the greatest number of the unknown tags, and of the dropped ones. */
@JCStressTest
@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "The greater numbers are there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A tag that becomes known later would start below its revalidation.")
@State
public class FloorGrows {

    private final Floor floor = new Floor();

    @Actor
    public void first() {
        floor.raiseExpired(1);
        floor.raiseStale(1);
    }

    @Actor
    public void second() {
        floor.raiseExpired(2);
        floor.raiseStale(2);
    }

    @Arbiter
    public void look(JJ_Result result) {
        result.r1 = floor.expired();
        result.r2 = floor.stale();
    }
}
