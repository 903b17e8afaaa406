package io.quarkiverse.usecache.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.LogEntry;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.SharedStore;
import io.quarkiverse.usecache.spi.TagNumbers;
import io.quarkiverse.usecache.spi.TagNumbers.Numbers;

/** What the log of a shared store does. */
@Timeout(60)
public abstract class RevalidationLogContract {

    private static final int MANY = 500;

    private StoreUnderTest store;
    private SharedStore client;
    private RevalidationLog log;
    private RevalidationLog others;

    /** An empty tag space. */
    protected abstract StoreUnderTest create() throws Exception;

    @BeforeEach
    void connect() throws Exception {
        store = create();
        client = store.connect();
        log = client.open(() -> {
        });
        others = store.connect().open(() -> {
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNodeThatBeginsIsGivenABaseline() throws Exception {
        LogAnswer first = pull(log, Position.NONE);
        assertThat(first.generation()).isNotEmpty().hasSizeLessThanOrEqualTo(64).matches("[A-Za-z0-9-]+");
        assertThat(first.reload()).isTrue();
        assertThat(first.entries()).isEmpty();
        LogAnswer second = pull(others, Position.NONE);
        assertThat(second.generation()).as("one for all nodes").isEqualTo(first.generation());
        assertThat(second.now()).as("microseconds").isGreaterThanOrEqualTo(first.now())
                .isLessThan(first.now() + TimeUnit.MINUTES.toMicros(1));
    }

    @Test
    void aRevalidationHasTheNextNumberAndReachesEveryNode() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        LogAnswer own = revalidate(others, start, RevalidationMode.EXPIRE, "a", "ü{}\"\\", "\u0001c:app:cache");
        assertThat(own.clock()).isEqualTo(start.sequence() + 1);
        LogAnswer stale = revalidate(others, start, RevalidationMode.STALE, "b");

        LogAnswer answer = pull(log, start);

        assertThat(answer.reload()).isFalse();
        assertThat(answer.clock()).isEqualTo(stale.clock()).isEqualTo(start.sequence() + 2);
        assertThat(answer.entries()).containsExactly(
                new LogEntry(own.clock(), RevalidationMode.EXPIRE, List.of("a", "ü{}\"\\", "\u0001c:app:cache")),
                new LogEntry(stale.clock(), RevalidationMode.STALE, List.of("b")));
        assertThat(stale.entries()).as("the answer to a revalidation is a pull").isEqualTo(answer.entries());
        assertThat(pull(log, positionOf(answer)).entries()).as("nothing since").isEmpty();
        assertThat(pull(log, positionOf(answer)).reload()).isFalse();
    }

    @Test
    void noMoreIsGivenThanAskedForAndTheRestFollows() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        for (int i = 0; i < 5; i++) {
            revalidate(log, start, RevalidationMode.EXPIRE, "t" + i);
        }
        LogAnswer first = get(log.pull(start, 3));
        assertThat(first.entries()).extracting(LogEntry::sequence)
                .containsExactly(start.sequence() + 1, start.sequence() + 2, start.sequence() + 3);
        assertThat(first.clock()).isEqualTo(start.sequence() + 5);
        LogAnswer rest = get(log.pull(new Position(start.generation(), start.sequence() + 3), 3));
        assertThat(rest.entries()).hasSize(2);
    }

    /** R8. */
    @Test
    void aLogThatHasBeenCutSaysSo() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        LogAnswer last = null;
        for (int i = 0; i < 10 * StoreUnderTest.LOG_ENTRIES; i++) {
            last = revalidate(others, positionOf(last == null ? pull(others, start) : last), RevalidationMode.EXPIRE, "a");
        }
        LogAnswer answer = pull(log, start);
        assertThat(answer.generation()).isEqualTo(start.generation());
        assertThat(answer.reload()).isTrue();
        assertThat(answer.entries()).isEmpty();
        Position recent = new Position(start.generation(), answer.clock() - StoreUnderTest.LOG_ENTRIES + 1);
        assertThat(pull(log, recent).reload()).as("what it is to keep").isFalse();
    }

    @Test
    void ofEachTagTheLastNumbersAreKnown() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        revalidate(log, start, RevalidationMode.EXPIRE, "a", "b");
        revalidate(log, start, RevalidationMode.STALE, "a");
        TagNumbers numbers = get(log.ask(List.of("a", "b", "unknown")));
        assertThat(numbers.generation()).isEqualTo(start.generation());
        assertThat(numbers.clock()).isEqualTo(start.sequence() + 2);
        long base = start.sequence();
        assertThat(numbers.tags().get("a")).isEqualTo(new Numbers(base + 1, base + 2));
        assertThat(numbers.tags().get("b").expired()).isEqualTo(base + 1);
        assertThat(numbers.tags().get("unknown").expired()).as("at most where it began").isLessThanOrEqualTo(base);
    }

    /** R13. */
    @Test
    void aTagWhoseNumberIsForgottenHasNoSmallerOne() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        long first = revalidate(log, start, RevalidationMode.EXPIRE, "first").clock();
        for (int i = 0; i < 20; i++) {
            revalidate(log, start, RevalidationMode.EXPIRE, tags("many" + i, StoreUnderTest.TAGS));
            assertThat(get(log.ask(List.of("first"))).tags().get("first").expired()).isGreaterThanOrEqualTo(first);
        }
    }

    /** R7. */
    @Test
    void aLogThatWasLostBeginsAnotherGeneration() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        Position before = positionOf(revalidate(log, start, RevalidationMode.EXPIRE, "a"));
        store.loseLog();
        LogAnswer after = pull(others, before);
        assertThat(after.generation()).isNotEqualTo(before.generation());
        assertThat(after.reload()).isTrue();
        LogAnswer again = revalidate(others, before, RevalidationMode.EXPIRE, "a");
        assertThat(again.generation()).as("and stays in it").isEqualTo(after.generation());
        assertThat(again.clock()).isEqualTo(after.clock() + 1);
    }

    /** R7: the store has lost what a node of its generation has seen. */
    @Test
    void aNodeThatHasSeenMoreMakesTheLogBeginAnotherGeneration() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        LogAnswer answer = pull(log, new Position(start.generation(), start.sequence() + 10));
        assertThat(answer.generation()).isNotEqualTo(start.generation());
        assertThat(answer.reload()).isTrue();
    }

    @Test
    void manyTagsAreOneRevalidation() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        String[] tags = tags("t", 2_000);
        LogAnswer answer = revalidate(log, start, RevalidationMode.EXPIRE, tags);
        assertThat(answer.entries()).singleElement()
                .satisfies(entry -> assertThat(entry.tags()).containsExactly(tags));
    }

    @Test
    void revalidationsOfManyNodesHaveNumbersOfTheirOwnWithoutHoles() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        List<CompletionStage<LogAnswer>> all = IntStream.range(0, 16).mapToObj(
                i -> (i % 2 == 0 ? log : others).revalidate(start, MANY, RevalidationMode.EXPIRE, List.of("t" + i))).toList();
        List<Long> numbers = new ArrayList<>();
        for (CompletionStage<LogAnswer> one : all) {
            numbers.add(get(one).clock() - start.sequence());
        }
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 16).mapToObj(i -> (long) i).toList());
    }

    @Test
    void aClosedConnectionFailsAndAnotherWorks() throws Exception {
        Position start = positionOf(pull(log, Position.NONE));
        log.close();
        CountDownLatch ended = new CountDownLatch(1);
        log.pull(start, MANY).whenComplete((answer, failure) -> ended.countDown());
        assertThat(ended.await(30, TimeUnit.SECONDS)).as("every stage ends").isTrue();
        RevalidationLog next = client.open(() -> {
        });
        assertThat(pull(next, start).generation()).isEqualTo(start.generation());
    }

    private static String[] tags(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + ":" + i).toArray(String[]::new);
    }

    private static Position positionOf(LogAnswer answer) {
        return new Position(answer.generation(), answer.clock());
    }

    private static LogAnswer pull(RevalidationLog from, Position applied) throws Exception {
        return get(from.pull(applied, MANY));
    }

    private static LogAnswer revalidate(RevalidationLog to, Position applied, RevalidationMode mode, String... tags)
            throws Exception {
        return get(to.revalidate(applied, MANY, mode, List.of(tags)));
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
