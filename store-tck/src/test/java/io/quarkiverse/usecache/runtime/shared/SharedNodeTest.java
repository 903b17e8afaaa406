package io.quarkiverse.usecache.runtime.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.TagsRevalidated.Origin;
import io.quarkiverse.usecache.runtime.shared.NodeStatus.State;
import io.quarkiverse.usecache.runtime.tag.ReservedTags;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;

/** A node, from its start to its end, with a store that comes and goes. */
@Timeout(60)
class SharedNodeTest {

    private final TestWorld world = new TestWorld();
    private final TestNode a = world.node("a").started();
    private final TestNode b = world.node("b").started();

    @Test
    void observersAreToldOfOtherNodesRevalidations() {
        a.expire("t", "u");
        b.beat();
        assertThat(b.events)
                .containsExactly(new TagsRevalidated(List.of("t", "u"), RevalidationMode.EXPIRE, Origin.REMOTE));
        assertThat(a.beat().events).as("its own it tells itself").isEmpty();
    }

    @Test
    void itsOwnIsNotTakenForAnothersIfAPullIsAnsweredInBetween() {
        a.store.log.afterNext(a::beat);
        assertThat(a.expire("t").propagated()).isTrue();
        assertThat(a.events).isEmpty();
    }

    @Test
    void aNodeThatStartsWithoutAStoreLoadsAndRevalidates() {
        TestNode c = world.node("c");
        c.store.log.fail(Kind.LOST);
        c.store.data.fail(Kind.LOST);
        c.started();
        TestNode.TestMethod read = c.reads("t");
        assertThat(read.call()).isZero();
        assertThat(read.call()).isZero();
        assertThat(c.loads).as("what it has begun itself is young").hasValue(1);
        world.commit();
        assertThat(c.expire("t").propagated()).isFalse();
        assertThat(read.call()).isEqualTo(1);
        assertThat(c.node.status().state()).isEqualTo(State.AWAY);
        c.store.log.heal();
        c.beat();
        assertThat(c.node.status().state()).isEqualTo(State.RUNNING);
        assertThat(c.node.status().pending()).isZero();
        b.reads("t").call();
        assertThat(b.beat().reads("t").call()).isEqualTo(1);
    }

    @Test
    void whileTheStoreIsAwayNothingIsWaitedForAndAllIsPropagatedAfter() {
        a.store.log.fail(Kind.LOST);
        a.beat();
        b.reads("t1").call();
        IntStream.range(0, 5).forEach(i -> assertThat(a.expire("t" + i)).isEqualTo(new Told(0, false, "")));
        assertThat(a.node.status().pending()).isEqualTo(5);
        a.store.log.heal();
        a.beat();
        assertThat(a.node.status().pending()).isZero();
        assertThat(world.master.clock()).as("merged into one").isEqualTo(1);
        world.commit();
        assertThat(b.beat().reads("t1").call()).isEqualTo(1);
    }

    @Test
    void whatHasHadNoAnswerIsSentAgain() {
        a.store.log.loseAnswers(Kind.TIMED_OUT);
        assertThat(a.expire("t").propagated()).isFalse();
        assertThat(world.master.clock()).as("it was done").isEqualTo(1);
        a.store.log.heal();
        a.beat();
        assertThat(world.master.clock()).isEqualTo(2);
        assertThat(a.node.status().pending()).isZero();
    }

    /** What is pending goes out after each pull, perhaps before its caller comes to send it. */
    @Test
    void whatAPullHasSentIsToldOfAsIfItsCallerHad() {
        Step step = a.node.begin(RevalidationMode.EXPIRE, List.of("t"));
        step.here();
        a.beat();
        assertThat(world.master.clock()).isEqualTo(1);
        assertThat(step.elsewhere()).isCompletedWithValueMatching(told -> told.propagated() && told.sequence() == 1);
        assertThat(world.master.clock()).as("sent once").isEqualTo(1);
    }

    @Test
    void threeTimeOutsInARowEndAConnection() {
        a.store.log.fail(Kind.TIMED_OUT);
        a.beat();
        a.beat();
        assertThat(a.node.status().state()).isEqualTo(State.RUNNING);
        a.beat();
        assertThat(a.node.status().state()).isEqualTo(State.AWAY);
    }

    @Test
    void aRefusalKeepsTheConnection() {
        a.store.log.fail(Kind.REFUSED);
        IntStream.range(0, 10).forEach(i -> a.beat());
        assertThat(a.node.status().state()).isEqualTo(State.RUNNING);
        a.sleep(TestNode.LEASE);
        assertThat(a.node.status().state()).isEqualTo(State.LEASE_LOST);
        a.store.log.heal();
        assertThat(a.beat().node.status().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void moreTagsThanAreKeptBecomeOneRevalidationOfEverything() {
        TestNode c = world.nodeWithMap("c", 3).started();
        c.store.log.fail(Kind.REFUSED);
        IntStream.range(0, 20).forEach(i -> c.expire("t" + i));
        assertThat(c.node.status().pending()).isLessThanOrEqualTo(4);
        b.reads("t1").call();
        c.store.log.heal();
        c.beat();
        world.commit();
        assertThat(b.beat().reads("t1").call()).isEqualTo(1);
    }

    @Test
    void aTokenIsReachedWhenItsRevalidationActsHere() {
        b.reads("t").call();
        world.commit();
        Told told = a.expire("t");
        assertThat(b.node.position().sequence()).isZero();
        assertThat(awaits(b, told.token())).as("it looks once").isTrue();
        assertThat(b.reads("t").call()).isEqualTo(1);
        assertThat(awaits(a, told.token())).isTrue();
    }

    @Test
    void aTokenThatIsNotKnownIsNotReached() {
        String token = a.expire("t").token();
        b.store.log.fail(Kind.REFUSED);
        assertThat(awaits(b, token)).as("without an answer").isFalse();
        b.store.log.heal();
        world.master.lose();
        assertThat(awaits(b, token)).as("of a generation that is lost").isFalse();
        for (String text : List.of("", "-", "x", "0", "-1", "local-1", "x-", "x-y", token + "9")) {
            assertThat(awaits(b, text)).as(text).isFalse();
        }
    }

    private static boolean awaits(TestNode node, String token) {
        return node.node.await(token).toCompletableFuture().join();
    }

    @Test
    void clearingACacheReachesOtherNodes() {
        a.reads("t").call();
        b.reads("t").call();
        world.commit();
        a.expire(ReservedTags.ofCache("app", "shared"));
        assertThat(b.beat().reads("t").call()).isEqualTo(1);
        assertThat(b.events).isEmpty();
        world.commit();
        b.expire(ReservedTags.ofAll("app"));
        assertThat(a.beat().reads("t").call()).isEqualTo(2);
    }

    @Test
    void aNodeThatHasEndedIsQuiet() {
        a.node.stop();
        a.beat();
        b.expire("t");
        a.beat();
        assertThat(a.node.position().sequence()).isZero();
    }

    @Test
    void aLongLogIsReadInParts() {
        IntStream.range(0, 1_234).forEach(i -> a.expire("t"));
        b.beat();
        assertThat(b.node.position()).isEqualTo(a.node.position());
        assertThat(b.node.status().leaseLeft()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(b.node.status().resyncs()).as("its start").isEqualTo(1);
    }

    @Test
    void anAnswerThatCannotBeAppliedIsAskedForAgain() {
        b.reads("t").call();
        world.commit();
        a.expire("t");
        b.whenAnEventIsFired = SharedNodeTest::fail;
        b.beat();
        b.beat();
        assertThat(b.node.position()).isEqualTo(a.node.position());
        assertThat(b.node.status().state()).isEqualTo(State.RUNNING);
        assertThat(b.reads("t").call()).isEqualTo(1);
    }

    @Test
    void aRevalidationWhoseAnswerCannotBeAppliedEndsAndIsSentAgain() {
        a.expire("t");
        b.whenAnEventIsFired = SharedNodeTest::fail;
        assertThat(b.begin(RevalidationMode.EXPIRE, "u")).isCompletedWithValue(new Told(0, false, ""));
        b.beat();
        assertThat(b.node.status().pending()).isZero();
        assertThat(b.expire("v").propagated()).isTrue();
    }

    private static void fail() {
        throw new IllegalStateException("broken");
    }

    @Test
    void theSameTagsOverAndOverTakeNoMoreRoomWhileTheStoreIsAway() {
        b.reads("t1").call();
        a.store.log.fail(Kind.LOST);
        a.beat();
        IntStream.range(0, 10_000).forEach(i -> {
            a.expire("t" + i % 3);
            a.revalidate(RevalidationMode.STALE, "s" + i % 3);
        });
        assertThat(a.node.status().pending()).isLessThanOrEqualTo(1_000);
        a.store.log.heal();
        a.beat();
        assertThat(a.node.status().pending()).isZero();
        assertThat(world.master.clock()).as("one for each mode").isEqualTo(2);
        world.commit();
        assertThat(b.beat().reads("t1").call()).isEqualTo(1);
    }

    @Test
    void entriesAreDatedByTheStoreFromItsFirstAnswerOn() {
        TestNode c = world.node("c");
        c.expire("old");
        c.store.log.holdAnswers();
        c.started();
        c.store.log.releaseOne();
        assertThat(c.node.status().pending()).as("the first answer is that to a revalidation").isZero();
        c.reads("t").call();
        world.commit();
        assertThat(b.reads("t").call()).isZero();
    }

    @Test
    void peopleAreToldOnceThatTheStoreIsAwayAndOnceThatItIsBack() {
        try (Logged logged = new Logged()) {
            a.store.log.fail(Kind.LOST);
            a.beat();
            assertThat(logged.levels()).as("it may come back at once").isEmpty();
            world.pass(TestNode.LEASE.multipliedBy(3), a);
            a.beat();
            a.beat();
            assertThat(logged.levels()).containsExactly(Level.WARNING);
            a.store.log.heal();
            a.beat();
            a.beat();
            a.beat();
            assertThat(logged.levels()).containsExactly(Level.WARNING, Level.INFO);
        }
    }
}
