package io.quarkiverse.usecache.runtime.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;

/** What nodes give to a shared store and take from it. */
@Timeout(60)
class SharedEntriesTest {

    private final TestWorld world = new TestWorld();
    private final TestNode a = world.node("a").started();
    private final TestNode b = world.node("b").started();

    @Test
    void whatOneNodeLoadsAnotherNeedNot() {
        world.commit();
        assertThat(a.reads("t").call()).isEqualTo(1);
        assertThat(b.reads("t").call()).isEqualTo(1);
        assertThat(b.reads("t").call()).isEqualTo(1);
        assertThat(a.loads).hasValue(1);
        assertThat(b.loads).hasValue(0);
    }

    @Test
    void anEntryHasTheAgeOfItsLoadOnEveryNode() {
        Lifetime life = new Lifetime(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(20));
        a.method("read", "shared", life, () -> 1L, "t").call();
        world.pass(Duration.ofMinutes(11), a, b);
        b.beat();
        TestNode.TestMethod read = b.method("read", "shared", life, () -> 2L, "t");
        assertThat(read.call()).as("stale, and refreshed behind").isEqualTo(1);
        assertThat(b.refreshes).hasSize(1);
        b.runRefreshes();
        assertThat(read.call()).isEqualTo(2);
    }

    @Test
    void whatHasExpiredIsLoaded() {
        Lifetime life = new Lifetime(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(20));
        a.method("read", "shared", life, () -> 1L, "t").call();
        world.pass(Duration.ofMinutes(20).plusMillis(1), a, b);
        b.beat();
        assertThat(b.method("read", "shared", life, () -> 2L, "t").call()).isEqualTo(2);
    }

    @Test
    void whatIsMarkedStaleIsServedOnceMoreAndRefreshed() {
        a.reads("t").call();
        world.commit();
        a.revalidate(RevalidationMode.STALE, "t");
        b.beat();
        assertThat(b.reads("t").call()).isZero();
        world.pass(Duration.ofMillis(1), a, b);
        b.runRefreshes();
        assertThat(b.reads("t").call()).isEqualTo(1);
        a.beat();
        assertThat(a.reads("t").call()).as("behind it the refresh of the other node is found").isZero();
        int loads = a.loads.get();
        a.runRefreshes();
        assertThat(a.reads("t").call()).isEqualTo(1);
        assertThat(a.loads).hasValue(loads);
    }

    @Test
    void aStaleEntryIsNotMadePartOfAnother() {
        a.reads("t").call();
        world.commit();
        a.revalidate(RevalidationMode.STALE, "t");
        b.beat();
        TestNode.TestMethod inner = b.reads("t");
        assertThat(b.method("outer", "shared", TestNode.LONG, inner::call).call()).isEqualTo(1);
    }

    @Test
    void whatIsMadeOfAnOlderEntryIsJudgedByThat() {
        TestNode.TestMethod inner = a.reads("t");
        inner.call();
        a.expire("other");
        a.method("outer", "shared", TestNode.LONG, inner::call).call();
        world.commit();
        b.expire("t");
        b.beat();
        assertThat(b.method("outer", "shared", TestNode.LONG, b.reads("t")::call).call()).isEqualTo(1);
    }

    @Test
    void aMethodOfACacheInMemoryIsNotGivenToOthersAndFollowsTheLog() {
        TestNode.TestMethod mine = a.method("read", "embedded", TestNode.LONG, () -> world.database.get(), "t");
        mine.call();
        assertThat(world.entries.size()).isZero();
        a.sleep(TestNode.LEASE.multipliedBy(10));
        mine.call();
        assertThat(a.loads).as("needs no lease").hasValue(1);
        world.commit();
        b.expire("t");
        a.beat();
        assertThat(mine.call()).isEqualTo(1);
    }

    @Test
    void oneNodeLoadsAndTheOthersWait() {
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(a.method("read", "shared", TestNode.LONG, () -> {
            running.complete(null);
            go.join();
            return 1L;
        }, "t")::call);
        running.join();
        CompletableFuture<Long> second = CompletableFuture
                .supplyAsync(b.method("read", "shared", TestNode.LONG, () -> 2L, "t")::call);
        TestNode.await(() -> b.timer.waiting() >= 2);
        go.complete(null);
        first.join();
        TestNode.await(() -> b.beat() != null && second.isDone());
        assertThat(second.join()).isEqualTo(1);
        assertThat(b.loads).hasValue(0);
    }

    @Test
    void aNodeThatWaitsForALoadThatFailsLoadsAtOnce() {
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(a.method("read", "shared", TestNode.LONG, () -> {
            running.complete(null);
            go.join();
            throw new IllegalStateException("broken");
        }, "t")::call);
        running.join();
        CompletableFuture<Long> second = CompletableFuture
                .supplyAsync(b.method("read", "shared", TestNode.LONG, () -> 2L, "t")::call);
        TestNode.await(() -> b.timer.waiting() >= 2);
        go.complete(null);
        assertThat(first).failsWithin(Duration.ofSeconds(30));
        TestNode.await(() -> b.beat() != null && second.isDone());
        assertThat(second.join()).isEqualTo(2);
    }

    @Test
    void withoutAnAnswerACallLoads() {
        a.reads("t").call();
        b.store.data.fail(Kind.TIMED_OUT);
        world.commit();
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    @Test
    void whatArrivesWhenTheLeaseIsOverIsNotTaken() {
        a.reads("t").call();
        b.store.data.holdAnswers();
        CompletableFuture<Long> call = CompletableFuture.supplyAsync(() -> b.reads("t").call());
        TestNode.await(() -> b.store.data.held() > 0);
        b.store.data.heal();
        world.commit();
        a.expire("t");
        b.sleep(TestNode.LEASE);
        b.store.data.releaseAll();
        assertThat(call.join()).isEqualTo(1);
    }

    @Test
    void aThreadThatMustNotWaitLoadsAndPublishes() {
        a.reads("t").call();
        b.mayBlock = false;
        world.commit();
        assertThat(b.reads("t").call("other")).isEqualTo(1);
        assertThat(b.reads("t").call()).isEqualTo(1);
        assertThat(a.reads("t").call("other")).isEqualTo(1);
        assertThat(a.loads).hasValue(1);
    }

    /** As if the load ran in a transaction of its caller. */
    @Test
    void whatATransactionHasLoadedIsPublishedWhenItIsCommitted() {
        TagState undo = a.clock.undo();
        a.transactions = new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                return new ReadView(stamp, undo, true);
            }
        };
        a.reads("t").call();
        a.publishCommitted();
        assertThat(world.entries.size()).isZero();
        undo.retire();
        a.publishCommitted();
        assertThat(world.entries.size()).isEqualTo(1);
        assertThat(b.reads("t").call()).isZero();
        assertThat(b.loads).hasValue(0);
    }

    @Test
    void whatATransactionHasLoadedThatIsRolledBackIsNotPublished() {
        TagState undo = a.clock.undo();
        a.transactions = new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                return new ReadView(stamp, undo, true);
            }
        };
        a.reads("t").call();
        a.clock.expire(undo);
        undo.retire();
        a.publishCommitted();
        assertThat(world.entries.size()).isZero();
    }

    @Test
    void whatIsNoEntryOrThatOfAnotherKeyIsAMiss() {
        a.reads("t").call();
        EntryKey key = world.entries.onlyKey();
        byte[] entry = world.entries.get(key).orElseThrow();
        byte[][] others = { {}, { 1 }, { 0, 0, 0, 2, '{', '}' }, { 127, -1, -1, -1, '{' }, { -1, -1, -1, -1 },
                new String(entry, StandardCharsets.ISO_8859_1).replace("\"format\":1", "\"format\":2")
                        .getBytes(StandardCharsets.ISO_8859_1),
                new String(entry, StandardCharsets.ISO_8859_1).replace("key", "yek")
                        .getBytes(StandardCharsets.ISO_8859_1),
                Arrays.copyOf(entry, entry.length / 2) };
        world.commit();
        for (byte[] other : others) {
            b.stores.get("shared").discardAll();
            world.entries.publish(key, other, Duration.ofHours(1));
            assertThat(b.reads("t").call()).isEqualTo(1);
        }
    }

    @Test
    void aTransactionDoesNotWaitLongForAnotherNodeWhichMayWaitForItsLocks() {
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(a.method("read", "shared", TestNode.LONG, () -> {
            running.complete(null);
            go.join();
            return 1L;
        }, "t")::call);
        running.join();
        TagState undo = b.clock.undo();
        b.transactions = new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                return new ReadView(stamp, undo, true);
            }
        };
        CompletableFuture<Long> second = CompletableFuture
                .supplyAsync(b.method("read", "shared", TestNode.LONG, () -> 2L, "t")::call);
        TestNode.await(() -> b.timer.waiting() >= 2);
        b.sleep(Duration.ofMillis(100));
        TestNode.await(() -> b.beat() != null && second.isDone());
        assertThat(second.join()).isEqualTo(2);
        go.complete(null);
        assertThat(first.join()).isEqualTo(1);
    }

    @Test
    void aCallThatIsInterruptedLeavesNoLeaseBehind() throws InterruptedException {
        b.store.data.holdAnswers();
        CompletableFuture<Void> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                b.reads("t").call();
            } catch (CompletionException e) {
                interrupted.complete(null);
            }
        });
        caller.start();
        TestNode.await(() -> b.store.data.held() > 0);
        caller.interrupt();
        interrupted.join();
        b.store.data.heal();
        b.store.data.releaseAll();
        caller.join();
        assertThat(CompletableFuture.supplyAsync(a.reads("t")::call)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aLeaseThatWasTakenWithoutAnAnswerIsGivenBack() {
        b.store.data.holdAnswers();
        CompletableFuture<Long> call = CompletableFuture.supplyAsync(() -> b.reads("t").call());
        TestNode.await(() -> b.store.data.held() > 0);
        b.store.data.releaseOne();
        TestNode.await(() -> b.store.data.held() > 0);
        b.store.data.heal();
        b.store.data.timeOutHeld();
        assertThat(call.join()).isZero();
        world.entries.publish(world.entries.onlyKey(), new byte[0], Duration.ofHours(1));
        assertThat(CompletableFuture.supplyAsync(a.reads("t")::call)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void anEntryThatCannotBeJudgedIsLoadedUnderTheLease() {
        a.method("read", "shared", TestNode.LONG, () -> 1L, "t", "u").call();
        TestNode c = world.node("c");
        a.expire("other");
        c.started();
        c.store.asks.fail(Kind.TIMED_OUT);
        CompletableFuture<Void> go = new CompletableFuture<>();
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Long> loading = CompletableFuture.supplyAsync(c.method("read", "shared", TestNode.LONG, () -> {
            running.complete(null);
            go.join();
            return 2L;
        }, "t", "u")::call);
        running.join();
        TestNode d = world.node("d").started();
        d.store.asks.fail(Kind.TIMED_OUT);
        CompletableFuture<Long> waiting = CompletableFuture
                .supplyAsync(d.method("read", "shared", TestNode.LONG, () -> 3L, "t", "u")::call);
        TestNode.await(() -> d.timer.waiting() >= 2 || waiting.isDone());
        go.complete(null);
        assertThat(loading.join()).isEqualTo(2);
        TestNode.await(() -> d.beat() != null && waiting.isDone());
        assertThat(waiting.join()).isEqualTo(2);
    }

    @Test
    void peopleAreToldOnceOfAMethodWhoseKeyOtherNodesCannotHave() {
        try (Logged logged = new Logged()) {
            assertThat(a.reads("t").callWith(new Object())).isZero();
            assertThat(a.reads("t").callWith(new Object())).isZero();
            assertThat(logged.levels()).containsExactly(Level.WARNING);
        }
        assertThat(world.entries.size()).isZero();
    }
}
