package io.quarkiverse.usecache.runtime.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.EdgePurgeException;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;

@Timeout(60)
class PurgeTargetTest {

    private static final int MOST = 3;
    private static final int MAXIMUM = 10;
    private static final Duration LONG = Duration.ofMinutes(10);

    /** Tags are null for everything. */
    private record Asked(List<String> tags, RevalidationMode mode, long sequence, UniEmitter<? super Void> end) {

        void succeed() {
            end.complete(null);
        }
    }

    /** Each request ends when the test says so. */
    private static final class ByHand implements EdgePurger {

        final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

        @Override
        public Uni<Void> purge(List<String> tags, RevalidationMode mode, long sequence) {
            return Uni.createFrom().emitter(end -> asked.add(new Asked(tags, mode, sequence, end)));
        }

        @Override
        public Uni<Void> purgeEverything() {
            return purge(null, RevalidationMode.EXPIRE, 0);
        }

        @Override
        public int maximumTags() {
            return MOST;
        }

        Asked next() {
            try {
                Asked next = asked.poll(20, TimeUnit.SECONDS);
                assertThat(next).as("a request").isNotNull();
                return next;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final ByHand edge = new ByHand();
    private final Lane lane = new Lane(vertx);
    private final Queue<Long> lags = new ConcurrentLinkedQueue<>();
    private PurgeTarget target = target(Duration.ofMillis(1), LONG);

    private PurgeTarget target(Duration delay, Duration timeout) {
        return new PurgeTarget(new TargetSettings("cdn", timeout, new RetryDelay(delay, LONG), MAXIMUM), edge, lane,
                System::nanoTime, List.of((name, lag) -> lags.add(lag)));
    }

    @AfterEach
    void close() {
        vertx.close();
    }

    private void expire(long sequence, String... tags) {
        target.add(RevalidationMode.EXPIRE, List.of(tags), sequence);
    }

    private void stale(long sequence, String... tags) {
        target.add(RevalidationMode.STALE, List.of(tags), sequence);
    }

    @Test
    void whatComesWhileARequestIsUnderWayGoesTogetherInOrder() {
        expire(1, "a");
        Asked first = edge.next();
        expire(2, "b", "c");
        expire(3, "d", "b");
        expire(4, "e");
        assertThat(first.tags()).containsExactly("a");
        first.succeed();
        Asked second = edge.next();
        assertThat(second.tags()).containsExactly("b", "c", "d");
        assertThat(second.sequence()).isEqualTo(3);
        assertThat(edge.asked).isEmpty();
        second.succeed();
        Asked third = edge.next();
        assertThat(third.tags()).containsExactly("e");
        third.succeed();
        await().untilAsserted(() -> assertThat(target.status()).isEqualTo(new PurgeStatus(false, 0, Duration.ZERO, 0, "")));
        assertThat(target.counts().tags()).isEqualTo(5);
        assertThat(target.counts().succeeded()).isEqualTo(3);
        assertThat(lags).hasSize(5).allMatch(lag -> lag >= 0);
    }

    @Test
    void modesGoApart() {
        expire(1, "a");
        Asked first = edge.next();
        stale(2, "b");
        stale(3, "c");
        expire(4, "d");
        first.succeed();
        Asked soft = edge.next();
        assertThat(soft.tags()).containsExactly("b", "c");
        assertThat(soft.mode()).isEqualTo(RevalidationMode.STALE);
        soft.succeed();
        assertThat(edge.next().mode()).isEqualTo(RevalidationMode.EXPIRE);
    }

    @Test
    void aTagThatWaitsSoftlyAndIsExpiredIsPurged() {
        expire(1, "a");
        Asked first = edge.next();
        stale(2, "b");
        expire(3, "b");
        stale(4, "b");
        first.succeed();
        Asked second = edge.next();
        assertThat(second.mode()).isEqualTo(RevalidationMode.EXPIRE);
        assertThat(second.sequence()).isEqualTo(4);
    }

    @Test
    void whatIsRevalidatedWhileItIsPurgedIsPurgedAgain() {
        expire(1, "a", "b");
        Asked first = edge.next();
        expire(2, "a");
        first.succeed();
        assertThat(edge.next().tags()).containsExactly("a");
    }

    @Test
    void whatFailsIsTriedAgainUntilItSucceedsWithWhatHasComeMeanwhile() {
        expire(1, "a");
        Asked first = edge.next();
        expire(2, "b");
        first.end().fail(new EdgePurgeException("there is something wrong"));
        for (int failures = 1; failures < 4; failures++) {
            Asked again = edge.next();
            assertThat(again.tags()).containsExactly("a", "b");
            assertThat(target.status().failures()).isEqualTo(failures);
            assertThat(target.status().pending()).isEqualTo(2);
            again.end().fail(new IllegalStateException("and again"));
        }
        edge.next().succeed();
        await().untilAsserted(() -> assertThat(target.status().isFailing()).isFalse());
        assertThat(target.counts().failures()).isEqualTo(4);
        assertThat(target.counts().tags()).isEqualTo(2);
    }

    @Test
    void whatFailsDoesNotBecomeWeaker() {
        expire(1, "a");
        Asked first = edge.next();
        stale(2, "a");
        first.end().fail(new EdgePurgeException("no"));
        assertThat(edge.next().mode()).isEqualTo(RevalidationMode.EXPIRE);
    }

    @Test
    void noAnswerIsAFailure() {
        target = target(Duration.ofMillis(1), Duration.ofMillis(20));
        expire(1, "a");
        edge.next();
        edge.next();
        assertThat(target.status().lastFailure()).isEqualTo("there was no answer in 20 ms");
    }

    @Test
    void nothingIsSentWhileTheServerAsksToWait() {
        expire(1, "a");
        edge.next().end().fail(new EdgePurgeException("wait", LONG));
        await().until(() -> target.status().isFailing());
        expire(2, "b");
        lane.execute(() -> assertThat(edge.asked).isEmpty());
        target.drain(); // The application ends, and tries once more.
        assertThat(edge.next().tags()).containsExactly("a", "b");
    }

    @Test
    void tooManyTagsBecomeEverything() {
        expire(1, "first");
        Asked first = edge.next();
        IntStream.rangeClosed(1, MAXIMUM).forEach(i -> expire(i, "tag" + i));
        expire(100, "absorbed");
        assertThat(target.status()).matches(status -> status.everything() && status.pending() == 0);
        first.succeed();
        Asked everything = edge.next();
        assertThat(everything.tags()).isNull();
        expire(101, "later");
        everything.succeed();
        assertThat(edge.next().tags()).containsExactly("later");
        assertThat(target.counts().everything()).isEqualTo(1);
    }

    @Test
    void everythingIsTriedAgainToo() {
        target.addEverything();
        Asked first = edge.next();
        target.addEverything();
        first.end().fail(new EdgePurgeException("no"));
        edge.next().succeed();
        await().untilAsserted(() -> assertThat(target.status().everything()).isFalse());
        assertThat(edge.asked).isEmpty();
    }

    @Test
    void everythingThatIsRevalidatedWhileItIsPurgedIsPurgedAgain() {
        target.addEverything();
        Asked first = edge.next();
        target.addEverything();
        first.succeed();
        assertThat(edge.next().tags()).isNull();
    }

    @Test
    void theEndWaitsForWhatWaits() {
        expire(1, "a");
        Asked first = edge.next();
        var drained = target.drain().toCompletableFuture();
        expire(2, "b");
        first.succeed();
        Asked second = edge.next();
        assertThat(drained).isNotDone();
        second.succeed();
        assertThat(drained).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void repeatsComeOnceLater() {
        Repeats repeats = new Repeats(target, lane, Duration.ofMillis(20), MAXIMUM, () -> true);
        repeats.add(RevalidationMode.STALE, List.of("a", "b"), 7);
        repeats.add(RevalidationMode.STALE, List.of("a"), 8);
        Asked again = edge.next();
        assertThat(again.tags()).containsExactly("a", "b");
        assertThat(again.mode()).isEqualTo(RevalidationMode.STALE);
        assertThat(again.sequence()).isEqualTo(8);
        again.succeed();
        repeats.end();
        await().until(() -> target.status().pending() == 0);
        assertThat(edge.asked).isEmpty();
    }

    @Test
    void repeatsWaitUntilOthersKnow() {
        boolean[] know = { false };
        int[] looks = { 0 };
        Repeats repeats = new Repeats(target, lane, Duration.ofMillis(1), MAXIMUM, () -> {
            looks[0]++;
            return know[0];
        });
        repeats.addEverything();
        await().until(() -> looks[0] > 5);
        assertThat(edge.asked).isEmpty();
        know[0] = true;
        assertThat(edge.next().tags()).isNull();
    }

    @Test
    void pausesGrowAndEnd() {
        RetryDelay delay = new RetryDelay(Duration.ofMillis(200), Duration.ofSeconds(30));
        EdgePurgeException failure = new EdgePurgeException("no");
        assertThat(IntStream.of(1, 2, 3, 8, 9, 1_000).mapToObj(failures -> delay.after(failures, failure).toMillis()))
                .containsExactly(200L, 400L, 800L, 25_600L, 30_000L, 30_000L);
        assertThat(delay.after(1, new EdgePurgeException("no", Duration.ofMinutes(2)))).hasMinutes(2);
        assertThat(delay.after(9, new EdgePurgeException("no", Duration.ofSeconds(1)))).hasSeconds(30);
    }
}
