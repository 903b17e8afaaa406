package io.quarkiverse.usecache.runtime.fill;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** I4: who finds an entry, or a load that is done, finds its value, tags and life too. */
@JCStressTest
@Outcome(id = "(none|value), (none|value)", expect = Expect.ACCEPTABLE, desc = "No entry yet, or all of it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The entry was published before what it holds.")
@State
public class EntryShowsItsValue {

    private final Registry registry = new Registry();
    private final Fill fill = registry.begin(registry.method("read", "a"));

    @Actor
    public void finish() {
        fill.succeed("value");
    }

    @Actor
    public void find(LL_Result result) {
        result.r1 = fill.done().isDone() ? fill.<RuntimeException> value() : "none";
        Slot slot = registry.stored(fill);
        result.r2 = slot == null ? "none" : slot.tags() == null || slot.life() == null ? "half" : slot.value();
    }
}
