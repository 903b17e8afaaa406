package io.quarkiverse.usecache.it.concurrency.step;

import java.util.List;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.store.Entry;

/** I3, I4: an entry that is checked while its tag is revalidated is not certified for the time after. */
@JCStressTest
@Outcome(id = "false", expect = Expect.ACCEPTABLE, desc = "The next call looks at the tags.")
@Outcome(id = "true", expect = Expect.FORBIDDEN, desc = "Every later call would be served the old value.")
@State
public class CheckMeetsRevalidation {

    private final Registry registry = new Registry();
    private final Entry entry = registry.load(registry.method("read", "a"), "old");

    @Actor
    public void revalidate() {
        registry.clock().revalidate(RevalidationMode.EXPIRE, List.of("b", "a"));
    }

    @Actor
    public void check() {
        registry.freshness().of(entry);
    }

    @Arbiter
    public void look(Z_Result result) {
        result.r1 = registry.isCertified(entry);
    }
}
