package io.quarkiverse.usecache.runtime.redis;

import static io.quarkiverse.usecache.runtime.redis.Stores.failure;
import static io.quarkiverse.usecache.runtime.redis.Stores.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.LoadLease;
import io.quarkiverse.usecache.spi.LoadLease.State;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.LogEntry;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.SharedEntries;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;
import io.quarkiverse.usecache.spi.TagNumbers;
import io.quarkiverse.usecache.spi.TagNumbers.Numbers;

/** What the store does on a server that works. */
@Timeout(60)
class RedisStoreTest {

    private static final EntryKey KEY = new EntryKey("books", "of(1)");
    private static final Duration LONG = Duration.ofMinutes(1);

    private static RedisServer redis;
    private final Stores stores = new Stores();

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void end() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.call("FLUSHALL");
        redis.call("SCRIPT", "FLUSH");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static Position position(LogAnswer answer) {
        return new Position(answer.generation(), answer.clock());
    }

    @Test
    void aRevalidationIsReadByAnotherNode() {
        RevalidationLog a = stores.at(redis.url()).open(() -> {
        });
        RevalidationLog b = stores.at(redis.url()).open(() -> {
        });
        LogAnswer first = get(b.pull(Position.NONE, 500));
        assertThat(first.reload()).isTrue();
        LogAnswer own = get(a.revalidate(Position.NONE, 500, RevalidationMode.STALE, List.of("x", "größe", "x")));
        LogAnswer seen = get(b.pull(position(first), 500));
        assertThat(seen.reload()).isFalse();
        assertThat(seen.entries())
                .containsExactly(new LogEntry(own.clock(), RevalidationMode.STALE, List.of("x", "größe")));
        assertThat(seen.clock()).isEqualTo(own.clock()).isEqualTo(first.clock() + 1);
    }

    /** The server says nothing before all are asked after: else one that has ended would be told of in the order of asking. */
    @Test
    void answersEndInTheOrderOfTheSteps() {
        stores.commandTimeout = Duration.ofSeconds(30);
        redis.freeze();
        RevalidationLog log = stores.at(redis.url()).open(() -> {
        });
        List<CompletionStage<LogAnswer>> stages = IntStream.range(0, 1_000)
                .mapToObj(i -> log.revalidate(Position.NONE, 1, RevalidationMode.EXPIRE, List.of("t" + i))).toList();
        List<Long> order = new java.util.concurrent.CopyOnWriteArrayList<>();
        stages.forEach(stage -> stage.thenAccept(answer -> order.add(answer.clock())));
        redis.thaw();
        stages.forEach(Stores::get);
        await().until(() -> order.size() == 1_000);
        assertThat(order).isSorted();
    }

    @Test
    void numbersOfTagsAreThoseOfTheLastRevalidationOrTheFloor() {
        RevalidationLog log = stores.at(redis.url()).open(() -> {
        });
        assertThat(get(log.ask(List.of("x")))).isEqualTo(new TagNumbers("", 0, java.util.Map.of("x", new Numbers(0, 0))));
        LogAnswer opened = get(log.pull(Position.NONE, 500));
        LogAnswer own = get(log.revalidate(position(opened), 500, RevalidationMode.EXPIRE, List.of("x")));
        TagNumbers numbers = get(log.ask(List.of("x", "y")));
        assertThat(numbers.generation()).isEqualTo(own.generation());
        assertThat(numbers.clock()).isEqualTo(own.clock());
        assertThat(numbers.tags().get("x")).isEqualTo(new Numbers(own.clock(), opened.clock()));
        assertThat(numbers.tags().get("y")).isEqualTo(new Numbers(opened.clock(), opened.clock()));
    }

    @Test
    void aNodeIsWokenUpByTheOthers() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        RevalidationLog b = stores.at(redis.url()).open(woken::countDown);
        get(b.pull(Position.NONE, 500));
        RevalidationLog a = stores.at(redis.url()).open(() -> {
        });
        get(a.revalidate(Position.NONE, 500, RevalidationMode.EXPIRE, List.of("x")));
        assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theNumberOfTagsStaysBounded() {
        stores.maximumTags = 100;
        stores.logEntries = 10;
        RevalidationLog log = stores.at(redis.url()).open(() -> {
        });
        for (int i = 0; i < 1_000; i++) {
            get(log.revalidate(Position.NONE, 500, RevalidationMode.EXPIRE, List.of("t" + i)));
        }
        String state = "use-cache:{space}:state";
        await().until(() -> {
            get(log.pull(Position.NONE, 1));
            return (Long) redis.call("HLEN", state) < 110;
        });
        long floor = Long.parseLong((String) redis.call("HGET", state, "floor"));
        assertThat(get(log.ask(List.of("t1"))).tags().get("t1")).isEqualTo(new Numbers(floor, floor));
    }

    @Test
    void moreTagsAtOnceThanTheLogIsCutAtAreDroppedToo() {
        stores.maximumTags = 100;
        RevalidationLog log = stores.at(redis.url()).open(() -> {
        });
        get(log.revalidate(Position.NONE, 500, RevalidationMode.EXPIRE,
                IntStream.range(0, 5_000).mapToObj(i -> "t" + i).toList()));
        await().until(() -> {
            get(log.pull(Position.NONE, 1));
            return (Long) redis.call("HLEN", "use-cache:{space}:state") < 110;
        });
    }

    @Test
    void anEntryIsPublishedWithItsLife() {
        SharedEntries entries = stores.at(redis.url()).entries();
        assertThat(get(entries.get(KEY))).isEmpty();
        byte[] bytes = { 0, -1, '\r', '\n', '$' };
        get(entries.publish(KEY, bytes, LONG));
        assertThat(get(entries.get(KEY))).hasValue(bytes);
        assertThat((Long) redis.call("PTTL", "use-cache:app:1:{books:of(1)}:e")).isBetween(1L, LONG.toMillis());
    }

    @Test
    void oneLoadHasTheLease() {
        SharedEntries entries = stores.at(redis.url()).entries();
        assertThat(get(entries.lease(KEY, "a", LONG)).state()).isEqualTo(State.GRANTED);
        assertThat(get(entries.lease(KEY, "b", LONG)).state()).isEqualTo(State.TAKEN);
        get(entries.release(KEY, "b", true));
        assertThat(get(entries.lease(KEY, "a", LONG)).state()).as("its own").isEqualTo(State.TAKEN);
        get(entries.publish(KEY, "value".getBytes(UTF_8), LONG));
        get(entries.release(KEY, "a", true));
        assertThat(get(entries.lease(KEY, "c", LONG)).state()).isEqualTo(State.GRANTED);
        assertThat(get(entries.lease(KEY, "d", LONG)).entry()).hasValue("value".getBytes(UTF_8));
    }

    @Test
    void whatACallerHasSeenIsNotReadAgain() {
        SharedEntries entries = stores.at(redis.url()).entries();
        byte[] large = new byte[100_000];
        byte[] start = new byte[SharedEntries.SEEN_BYTES];
        get(entries.publish(KEY, large, LONG));
        assertThat(get(entries.lease(KEY, "a", LONG, start))).isEqualTo(new LoadLease(State.GRANTED, Optional.empty()));
        assertThat(get(entries.lease(KEY, "b", LONG, start))).isEqualTo(new LoadLease(State.TAKEN, Optional.empty()));
        assertThat((Long) redis.call("PTTL", "use-cache:app:1:{books:of(1)}:l")).isBetween(1L, LONG.toMillis());
        large[0] = 1;
        get(entries.publish(KEY, large, LONG));
        assertThat(get(entries.lease(KEY, "b", LONG, start)).entry()).hasValue(large);
    }

    @Test
    void aLoadThatStoredNothingTellsTheOthers() {
        SharedEntries entries = stores.at(redis.url()).entries();
        get(entries.lease(KEY, "a", LONG));
        get(entries.release(KEY, "a", false));
        assertThat(get(entries.lease(KEY, "b", LONG)).state()).isEqualTo(State.FAILED);
        await().atMost(Duration.ofSeconds(10)).until(() -> get(entries.lease(KEY, "b", LONG)).state() == State.GRANTED);
    }

    @Test
    void aThousandAtOnceDoNotFail() {
        SharedEntries entries = stores.at(redis.url()).entries();
        get(entries.publish(KEY, "value".getBytes(UTF_8), LONG));
        List<? extends CompletionStage<?>> stages = IntStream.range(0, 1_000).mapToObj(i -> entries.get(KEY)).toList();
        stages.forEach(Stores::get);
    }

    @Test
    void aForeignTypeIsRefusedAndOthersGoOn() {
        SharedEntries entries = stores.at(redis.url()).entries();
        redis.call("HSET", "use-cache:app:1:{books:of(1)}:e", "foreign", "1");
        assertThat(failure(entries.get(KEY))).isEqualTo(Kind.REFUSED);
        assertThat(get(entries.get(new EntryKey("books", "of(2)")))).isEmpty();
    }

    @Test
    void keysOfTheEntryAndItsLeaseAreInOneSlotWhateverTheyContain() {
        KeyNames names = new KeyNames("p", "s", "app{1}", "v");
        assertThat(names.entry(new EntryKey("c", "k"))).isEqualTo("p:app%7B1%7D:v:{c:k}:e");
        assertThat(names.lease(new EntryKey("c", "}k{"))).isEqualTo("p:app%7B1%7D:v:{c:}k{}:l");
        assertThat(names.entry(new EntryKey("a:b", "c"))).isNotEqualTo(names.entry(new EntryKey("a", "b:c")));
        assertThat(names.entry(new EntryKey("c", "k".repeat(201)))).hasSize("p:app%7B1%7D:v:{c:}:e".length() + 64);
        assertThatThrownBy(() -> new KeyNames("p", "s{", "app", "v"))
                .hasMessage(
                        "The value [s{] cannot be part of keys in Redis. Give a text without braces and control characters: "
                                + "quarkus.use-cache.redis.tag-space");
    }
}
