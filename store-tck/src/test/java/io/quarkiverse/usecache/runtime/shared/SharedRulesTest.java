package io.quarkiverse.usecache.runtime.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;

/**
 * The rules R1 to R16 of the protocol, each by the history that breaks the guarantee without it. Which change of the code makes
 * which test fail stands in the README.adoc beside this module's tests.
 */
@Timeout(60)
class SharedRulesTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TestWorld world = new TestWorld();
    private final TestNode a = world.node("a").started();
    private final TestNode b = world.node("b").started();

    @Test
    void r1AnEntryStandsWhereItsLoadBegan() {
        TestNode.TestMethod read = b.method("read", "shared", TestNode.LONG, () -> {
            long value = world.database.get();
            inTheLastMoment(b, () -> {
                world.commit();
                a.expire("t");
                b.beat();
            });
            return value;
        }, "t");
        read.call();
        assertThat(a.reads("t").call()).isEqualTo(1);
        assertThat(b.beat().reads("t").call()).isEqualTo(1);
    }

    /** Between the last look at an entry and its leaving the node, the time is read. */
    private void inTheLastMoment(TestNode node, Runnable action) {
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            if (StackWalker.getInstance().walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("send")))) {
                action.run();
            } else {
                node.whenTimeIsRead = again[0];
            }
        };
        node.whenTimeIsRead = again[0];
    }

    @Test
    void r2AnEntryKeepsTheGenerationInWhichItsLoadBegan() {
        a.expire("other");
        b.beat();
        TestNode.TestMethod read = b.method("read", "shared", TestNode.LONG, () -> {
            long value = world.database.get();
            inTheLastMoment(b, () -> {
                world.master.lose();
                world.commit();
                a.expire("t");
                b.beat();
            });
            return value;
        }, "t");
        read.call();
        assertThat(a.beat().reads("t").call()).isEqualTo(1);
        assertThat(b.beat().reads("t").call()).isEqualTo(1);
    }

    @Test
    void r3NumbersForSharedEntriesAreRaisedBeforeTheLocalOnes() {
        a.reads("t").call();
        world.commit();
        a.expire("t");
        b.whenAnEventIsFired = () -> b.reads("t").call();
        b.beat();
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    @Test
    void r3APositionIsReachedWhenAllOfItHasActedHere() {
        b.reads("t").call();
        world.commit();
        a.expire("first");
        Told told = a.expire("t");
        AtomicReference<Boolean> reached = new AtomicReference<>();
        b.whenAnEventIsFired = () -> reached.set(b.node.await(told.token()).toCompletableFuture().getNow(false));
        b.beat();
        assertThat(reached).hasValue(false);
        assertThat(b.node.await(told.token()).toCompletableFuture().getNow(false)).isTrue();
    }

    @Test
    void r3ALeaseIsGrantedWhenAllHasActedHere() {
        b.reads("t").call();
        b.sleep(TestNode.LEASE);
        world.commit();
        a.expire("first");
        a.expire("t");
        AtomicReference<Long> given = new AtomicReference<>();
        b.whenAnEventIsFired = () -> given.set(b.reads("t").call());
        b.beat();
        assertThat(given).hasValue(1L);
    }

    /** The tags are looked at, then the lease, which only a pull prolongs that has moved the tags. */
    @Test
    void r3AHitIsNotServedUnderALeaseThatIsYoungerThanTheLookAtItsTags() {
        int[] reads = { 0 };
        for (int slipIn = 1; slipIn <= 4; slipIn++) {
            TestNode c = world.node("c").started();
            c.reads("t").call();
            c.sleep(TestNode.LEASE);
            world.commit();
            a.expire("t");
            reads[0] = slipIn;
            countDown(c, reads);
            assertThat(c.reads("t").call()).as("the pull comes at read %d of the time", slipIn)
                    .isEqualTo(world.database.get());
        }
    }

    private static void countDown(TestNode node, int[] left) {
        node.whenTimeIsRead = () -> {
            if (--left[0] == 0) {
                node.beat();
            } else {
                countDown(node, left);
            }
        };
    }

    @Test
    void r4APromotedEntryHasALocalStampOfBeforeItWasChecked() {
        a.reads("t").call();
        b.whenAValueIsRead = () -> {
            world.commit();
            a.expire("t");
            b.beat();
        };
        b.reads("t").call();
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    @Test
    void r5ALeaseCountsFromWhenItsPullWasSent() {
        b.reads("t").call();
        b.sleep(TestNode.LEASE);
        b.store.log.holdAnswers();
        b.beat();
        world.commit();
        assertThat(a.expire("t").propagated()).isTrue();
        b.sleep(TestNode.LEASE.dividedBy(2));
        b.store.log.releaseOne();
        b.sleep(TestNode.LEASE.dividedBy(2).plus(MOMENT));
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    @Test
    void r5ALeaseNeedsAllThatHadHappened() {
        b.reads("t").call();
        b.sleep(TestNode.LEASE);
        world.commit();
        IntStream.range(0, 500).forEach(i -> a.expire("other"));
        a.expire("t");
        b.store.log.holdAnswers();
        b.beat();
        b.store.log.releaseOne();
        assertThat(b.node.position().sequence()).isEqualTo(500);
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    /**
     * Another revalidation has the number by then that the lost one had, so that no node sees a difference but the generation.
     */
    @Test
    void r7AServerThatHasLostWhatItAcknowledgedIsInAnotherGeneration() {
        a.reads("t").call();
        b.reads("t").call();
        world.replica.copy(world.master);
        world.commit();
        assertThat(a.expire("t").propagated()).isTrue();
        world.replica.promote();
        reconnect(b, true);
        b.expire("other");
        reconnect(a, true);
        assertThat(b.reads("t").call()).isEqualTo(1);
        b.beat();
        assertThat(b.reads("t").call()).isEqualTo(1);
        assertThat(a.reads("t").call()).isEqualTo(1);
    }

    private void reconnect(TestNode node, boolean toReplica) {
        node.store.connectTo(toReplica ? world.replica : world.master);
        node.store.log.fail(Kind.LOST);
        node.beat();
        node.store.log.heal();
        node.beat();
    }

    @Test
    void r8AHoleInTheLogDropsWhatIsHeld() {
        b.reads("t").call();
        world.commit();
        a.expire("t");
        world.master.trim();
        b.beat();
        assertThat(b.node.position()).isEqualTo(a.node.position());
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    @Test
    void r8WhatIsBeingLoadedWhenALogWasLostIsDroppedToo() {
        TestNode.TestMethod read = b.method("read", "shared", TestNode.LONG, () -> {
            long value = world.database.get();
            if (value == 0) {
                world.commit();
                a.expire("t");
                world.master.lose();
                b.beat();
            }
            return value;
        }, "t");
        read.call();
        assertThat(read.call()).isEqualTo(1);
    }

    @Test
    void r9AnAnswerThatWasOvertakenIsIgnored() {
        a.reads("t").call();
        b.beat();
        a.expire("other");
        world.master.trim();
        b.store.log.holdAnswers();
        b.beat();
        b.store.log.heal();
        world.commit();
        Told told = b.expire("t");
        assertThat(told.propagated()).isTrue();
        b.store.log.releaseAll();
        assertThat(b.node.position().sequence()).isEqualTo(told.sequence());
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    /** It is of a generation that this node has never been in, so that nothing else keeps the node from going there. */
    @Test
    void r9AnAnswerOfAFormerConnectionIsIgnored() {
        TestNode c = world.node("c");
        c.store.log.holdAnswers();
        c.started();
        c.store.log.heal();
        world.replica.promote();
        c.store.connectTo(world.replica);
        c.expire("x");
        c.store.log.fail(Kind.LOST);
        c.beat();
        c.store.log.heal();
        c.beat();
        Position there = c.node.position();
        assertThat(there.generation()).isNotEmpty().isNotEqualTo(a.node.position().generation());
        c.store.log.releaseAll();
        assertThat(c.node.position()).isEqualTo(there);
    }

    @Test
    void r9ThereIsNoWayBackToAGenerationThatWasLeft() {
        a.reads("t").call();
        world.replica.promote();
        reconnect(a, true);
        Position there = a.node.position();
        world.commit();
        a.expire("t");
        reconnect(a, false);
        assertThat(a.node.position().generation()).isEqualTo(there.generation());
        assertThat(a.node.status().state()).isEqualTo(NodeStatus.State.AWAY);
        assertThat(a.reads("t").call()).isEqualTo(1);
    }

    @Test
    void r10TagsArePendingUntilTheirNumbersAreRaised() {
        a.reads("t").call();
        a.store.log.holdAnswers();
        world.commit();
        CompletableFuture<Told> told = a.begin(RevalidationMode.EXPIRE, "t");
        assertThat(told).isNotDone();
        assertThat(a.reads("t").call()).isEqualTo(1);
        a.store.log.releaseAll();
        assertThat(told.join().propagated()).isTrue();
        assertThat(a.reads("t").call()).isEqualTo(1);
    }

    /** The answer brings what came before, and not yet its own. */
    @Test
    void r10TagsArePendingThoughTheScriptHasRun() {
        a.reads("t").call();
        IntStream.range(0, 500).forEach(i -> b.expire("other"));
        a.store.log.holdAnswers();
        world.commit();
        CompletableFuture<Told> told = a.begin(RevalidationMode.EXPIRE, "t");
        a.store.log.releaseOne();
        assertThat(told).isNotDone();
        assertThat(a.node.position().sequence()).isEqualTo(500);
        assertThat(a.reads("t").call()).isEqualTo(1);
        a.store.log.heal();
        a.store.log.releaseAll();
        assertThat(told.join().sequence()).isEqualTo(501);
    }

    @Test
    void r10WhileTheStoreIsAwayPendingTagsNeitherReadItNorWriteIt() {
        TestNode.TestMethod mine = a.reads("t");
        mine.call();
        a.store.log.fail(Kind.REFUSED);
        world.commit();
        assertThat(a.expire("t").propagated()).isFalse();
        assertThat(mine.call()).as("not what the store holds").isEqualTo(1);
        assertThat(a.node.status().pending()).isEqualTo(1);
        a.store.log.heal();
        a.beat();
        assertThat(a.node.status().pending()).isZero();
        assertThat(b.beat().reads("t").call()).isEqualTo(1);
    }

    @Test
    void r11AStoreThatHasLostOwnRevalidationsIsSentThemAgain() {
        world.replica.copy(world.master);
        world.replica.promote();
        reconnect(b, true);
        b.reads("t").call();
        world.commit();
        assertThat(a.expire("t").propagated()).isTrue();
        reconnect(a, true);
        b.beat();
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    @Test
    void r11OwnRevalidationsArePendingBeforeTheNumbersOfTheNewGenerationAreInUse() {
        world.replica.copy(world.master);
        world.replica.promote();
        reconnect(b, true);
        b.reads("t").call();
        world.commit();
        assertThat(a.expire("t").propagated()).isTrue();
        a.store.connectTo(world.replica);
        a.store.log.fail(Kind.LOST);
        a.beat();
        a.store.log.heal();
        a.store.log.holdCommands();
        a.beat();
        a.store.log.releaseOne();
        assertThat(a.node.position().generation()).isEqualTo(b.node.position().generation());
        assertThat(a.reads("t").call()).as("its own revalidation is not there yet").isEqualTo(1);
    }

    @Test
    void r12AnUnknownTagIsAskedFor() {
        a.reads("t").call();
        world.commit();
        a.expire("t");
        assertThat(world.node("c").started().reads("t").call()).isEqualTo(1);
    }

    @Test
    void r12AnUnknownTagThatHasNotMovedIsGood() {
        a.reads("t").call();
        a.expire("other");
        TestNode c = world.node("c").started();
        assertThat(c.reads("t").call()).isZero();
        assertThat(c.loads).hasValue(0);
    }

    @Test
    void r12WhatACopyThatLagsSaysOfATagCountsForNothing() {
        a.reads("t").call();
        world.replica.copy(world.master);
        world.commit();
        a.expire("t");
        TestNode c = world.node("c").started();
        c.store.askThere(world.replica);
        assertThat(c.reads("t").call()).isEqualTo(1);
    }

    @Test
    void r12OfTwoNumbersTheGreaterCounts() {
        a.reads("t").call();
        a.expire("other");
        TestNode c = world.node("c").started();
        c.store.asks.holdAnswers();
        CompletableFuture<Long> call = CompletableFuture.supplyAsync(() -> c.reads("t").call());
        TestNode.await(() -> c.store.asks.held() > 0);
        c.store.asks.heal();
        world.commit();
        a.expire("t");
        c.beat();
        c.store.asks.releaseAll();
        assertThat(call.join()).isEqualTo(1);
    }

    @Test
    void r12AMapThatIsFullForgetsAndAsks() {
        TestNode c = world.nodeWithMap("c", 3).started();
        a.reads("t").call();
        world.commit();
        a.expire("t");
        a.expire("u", "v", "w");
        c.beat();
        assertThat(c.node.status().knownTags()).isZero();
        assertThat(c.reads("t").call()).isEqualTo(1);
    }

    @Test
    void r14VersionsShareOneLog() {
        TestNode next = world.nodeOfOtherVersion("next").started();
        next.reads("t").call();
        world.commit();
        a.expire("t");
        assertThat(next.beat().reads("t").call()).isEqualTo(1);
        world.commit();
        next.expire("t");
        assertThat(a.beat().reads("t").call()).isEqualTo(2);
    }

    @Test
    void r15APromotedEntryIsNeverYoung() {
        a.reads("t").call();
        b.reads("t").call();
        assertThat(b.loads).hasValue(0);
        world.commit();
        a.expire("t");
        a.sleep(TestNode.LEASE);
        b.sleep(TestNode.LEASE);
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    @Test
    void r15AnOwnLoadIsYoungForAsLongAsALease() {
        b.store.log.fail(Kind.LOST);
        b.beat();
        b.sleep(TestNode.LEASE.multipliedBy(2));
        b.reads("t").call();
        b.sleep(TestNode.LEASE.minus(MOMENT));
        b.reads("t").call();
        assertThat(b.loads).hasValue(1);
        b.sleep(MOMENT);
        b.reads("t").call();
        assertThat(b.loads).hasValue(2);
    }

    @Test
    void r15WhatIsMadeOfAnOlderEntryIsNoYoungerThanThat() {
        TestNode.TestMethod inner = b.reads("t");
        TestNode.TestMethod outer = b.method("outer", "shared", TestNode.LONG, inner::call);
        inner.call();
        world.commit();
        a.expire("t");
        b.sleep(TestNode.LEASE.minus(MOMENT));
        assertThat(outer.call()).isZero();
        b.sleep(MOMENT);
        assertThat(outer.call()).isEqualTo(1);
    }

    @Test
    void r16WithoutALeaseACallIsNotGivenAnOlderLoad() throws Exception {
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        TestNode.TestMethod read = b.method("read", "shared", TestNode.LONG, () -> {
            long value = world.database.get();
            if (running.complete(null)) {
                go.join();
            }
            return value;
        }, "t");
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(read::call);
        running.join();
        world.commit();
        a.expire("t");
        b.sleep(TestNode.LEASE.plus(MOMENT));
        CompletableFuture<Long> joiner = CompletableFuture.supplyAsync(read::call);
        TestNode.await(() -> b.load().waiters() > 0);
        go.complete(null);
        assertThat(first.join()).isZero();
        assertThat(joiner.join()).isEqualTo(1);
    }
}
