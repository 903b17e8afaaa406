package io.quarkiverse.usecache.it.concurrency.step;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

import io.quarkiverse.usecache.it.concurrency.registry.Registry;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.store.Entry;

/** I4: a call that finds an entry, or a load that is done, finds its value, tags and life too. */
@JCStressTest
@Outcome(id = "(none|value), (none|value)", expect = Expect.ACCEPTABLE, desc = "No entry yet, or all of it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The entry was published before what it holds.")
@State
public class EntryShowsItsValue {

    private final Registry registry = new Registry();
    private final Load load = registry.begin(registry.method("read", "a"));

    @Actor
    public void finish() {
        registry.completion().succeed(load, "value");
    }

    @Actor
    public void find(LL_Result result) {
        result.r1 = load.isDone() ? load.outcome().<RuntimeException> value() : "none";
        Entry entry = registry.stored(load);
        result.r2 = entry == null ? "none" : entry.tags() == null || entry.life() == null ? "half" : entry.value();
    }
}
