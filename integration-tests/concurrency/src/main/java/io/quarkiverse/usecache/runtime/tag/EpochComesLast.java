package io.quarkiverse.usecache.runtime.tag;

import java.util.List;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JZZ_Result;

import io.quarkiverse.usecache.RevalidationMode;

/** I3: a call that reads the new epoch reads the numbers of every tag that was revalidated. */
@JCStressTest
@Outcome(id = "0, .*", expect = Expect.ACCEPTABLE, desc = "The revalidation has not returned.")
@Outcome(id = "1, true, true", expect = Expect.ACCEPTABLE, desc = "The epoch comes with its numbers.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An entry would be certified for the new epoch without having seen the numbers.")
@State
public class EpochComesLast {

    private final RevalidationClock revalidations = new RevalidationClock();
    private final TagState a = revalidations.intern("a");
    private final TagState b = revalidations.intern("b");

    @Actor
    public void revalidate() {
        revalidations.revalidate(RevalidationMode.EXPIRE, List.of("a", "b"));
    }

    @Actor
    public void read(JZZ_Result result) {
        result.r1 = revalidations.epoch();
        result.r2 = a.expiredAfter(0);
        result.r3 = b.expiredAfter(0);
    }
}
