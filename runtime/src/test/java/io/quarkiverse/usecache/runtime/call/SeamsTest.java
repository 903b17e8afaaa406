package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.smallrye.mutiny.Uni;

/** Where a shared store and other nodes come in, tried with a store in memory and a second node in the same JVM. */
@Timeout(60)
class SeamsTest {

    /** Gives what another node has loaded, late, or fails, and then the method is asked. */
    private static final class SharedMemory implements Source {

        final Map<String, Entry> entries = new ConcurrentHashMap<>();
        boolean broken;

        @Override
        public Object value(Request request, Callable<Object> method) throws Exception {
            Entry found = find(request.key());
            return found == null ? method.call() : new Promoted(found);
        }

        @Override
        public Uni<?> deferred(Request request, Supplier<Uni<?>> method) {
            return Uni.createFrom().item(() -> find(request.key())).onItem().delayIt().by(Duration.ofMillis(20))
                    .chain(found -> found == null ? method.get() : Uni.createFrom().item(new Promoted(found)));
        }

        private Entry find(CallKey key) {
            return broken ? null : entries.get(key.stableText().orElseThrow());
        }
    }

    private final TestCache here = new TestCache();
    private final TestCache there = new TestCache();
    private final SharedMemory shared = new SharedMemory();

    @Test
    void anEntryOfAnotherNodeIsServedWithoutALoadWithItsOwnAgeAndTags() throws Exception {
        there.method("read", argument -> "theirs", "a").call();
        TestMethod read = here.method("read", argument -> "ours", "a");
        here.source = shared;
        promote(there.entry(), here, 5);

        here.advance(Duration.ofSeconds(5));
        assertThat(read.call()).isEqualTo("theirs");
        assertThat(read.executions).hasValue(0);
        assertThat(here.entry().started()).isEqualTo(there.entry().started());
        shared.broken = true;
        assertThat(read.call()).isEqualTo("theirs");
        here.revalidate("a");
        assertThat(read.call()).isEqualTo("ours");
    }

    @Test
    void anAsynchronousMethodIsServedLikewise() throws Exception {
        there.uni("read", argument -> Uni.createFrom().item("theirs"), "a").uni("key").await().indefinitely();
        TestMethod read = here.uni("read", argument -> Uni.createFrom().item("ours"), "a");
        here.source = shared;
        promote(there.entry(), here, 5);
        assertThat(read.uni("key").await().atMost(Duration.ofSeconds(10))).isEqualTo("theirs");
        assertThat(read.uni("other").await().atMost(Duration.ofSeconds(10))).isEqualTo("ours");
        assertThat(read.executions).hasValue(1);
    }

    @Test
    void whatIsMadeOfAPromotedEntryCarriesItsTags() throws Exception {
        there.method("read", argument -> "theirs", "a").call();
        TestMethod read = here.method("read", argument -> "ours", "a");
        TestMethod around = here.method("around", argument -> read.call());
        here.source = shared;
        promote(there.entry(), here, 0);
        around.call();
        here.revalidate("a");
        shared.broken = true;
        assertThat(around.call()).isEqualTo("ours");
    }

    /** As a store that read the local clock before it looked at the entry. */
    private void promote(Entry entry, TestCache node, long stamp) {
        CallKey key = there.stores.get("default").entries().iterator().next().getKey();
        node.clock.apply(stamp, RevalidationMode.EXPIRE, List.of("unrelated"));
        List<TagState> states = List.of(node.clock.intern("a"));
        io.quarkiverse.usecache.runtime.tag.TagStampsBuilder tags = new io.quarkiverse.usecache.runtime.tag.TagStampsBuilder();
        states.forEach(state -> tags.add(state, node.clock.stamp()));
        shared.entries.put(key.stableText().orElseThrow(), new Entry(entry.method(), node.clock.stamp(), entry.started(),
                entry.value(), tags.build(node.clock.stamp()), entry.life(), 1));
    }

    /** A revalidation made elsewhere has a time of its own, which may be far ahead of this node's clock. */
    @Test
    void aRevalidationOfAnotherNodeActsHereWithItsOwnTime() throws Exception {
        TestMethod read = here.method("read", argument -> "value", "a");
        read.call();
        here.clock.apply(1_000, RevalidationMode.EXPIRE, List.of("a"));
        read.call();
        assertThat(read.executions).hasValue(2);
        read.call();
        assertThat(read.executions).as("loaded after it").hasValue(2);
        assertThat(here.clock.stamp()).isEqualTo(1_000);
        here.revalidate("a");
        read.call();
        assertThat(read.executions).hasValue(3);
    }

    @Test
    void aCacheIsClearedByTheNameOfItsTag() throws Exception {
        TestMethod read = here.method("read", argument -> "value");
        TestMethod other = here.inOther("other", argument -> "value");
        read.call();
        other.call();
        here.clock.apply(7, RevalidationMode.EXPIRE, List.of(there.stores.get("default").clearTag().tag()));
        read.call();
        other.call();
        assertThat(read.executions).hasValue(2);
        assertThat(other.executions).hasValue(1);
    }

    @Test
    void whatATransactionLoadedIsKnownAsSuchUntilItIsCommitted() throws Exception {
        TagState undo = here.clock.undo();
        here.views = new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                return new ReadView(stamp, undo, true);
            }
        };
        here.method("read", argument -> "value", "a").call();
        Entry entry = here.entry();
        assertThat(entry.tags().awaitCommit()).isTrue();
        undo.retire();
        assertThat(entry.tags().awaitCommit()).isFalse();
    }

    @Test
    void withoutALeaseNothingIsServedAndWithItAllIsAgain() throws Exception {
        AtomicBoolean lost = new AtomicBoolean();
        here.lease = (entry, epoch) -> !lost.get();
        TestMethod read = here.method("read", argument -> "value", "a");
        TestMethod embedded = here.inOther("embedded", argument -> "value");
        read.call();
        embedded.call();
        lost.set(true);
        read.call();
        embedded.call();
        assertThat(read.executions).hasValue(2);
        assertThat(embedded.executions).as("has no lease").hasValue(1);
        here.makeStale("a");
        read.call();
        assertThat(read.executions).as("nothing stale either").hasValue(3);
        lost.set(false);
        read.call();
        assertThat(read.executions).hasValue(3);
    }

    /** Until it commits, a transaction does not read what it will revalidate, and reads everything else as ever. */
    @Test
    void aTransactionGoesPastWhatItWillRevalidate() throws Exception {
        TestMethod read = here.method("read", argument -> "value", "a");
        TestMethod other = here.method("other", argument -> "value", "b");
        read.call();
        other.call();
        PendingRevalidations pending = new PendingRevalidations();
        pending.add(List.of("a"));
        here.views = new ReadViews() {
            @Override
            public PendingRevalidations pending() {
                return pending;
            }
        };
        read.call();
        other.call();
        assertThat(read.executions).hasValue(2);
        assertThat(other.executions).hasValue(1);
        here.views = ReadViews.NONE;
        read.call();
        assertThat(read.executions).as("it leaves the entry to others").hasValue(2);
    }

    /** What the transaction, or another view of the data, makes unfit for others is for its caller alone. */
    @Test
    void whatMustNotBeSharedIsNeitherStoredNorJoined() throws Exception {
        here.views = new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                return new ReadView(stamp, null, false);
            }
        };
        TestMethod read = here.method("read", argument -> "value");
        read.call();
        assertThat(here.entries()).isZero();
        assertThat(here.inFlight()).isZero();
    }
}
