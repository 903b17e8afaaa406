package io.quarkiverse.usecache.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.LoadLease;
import io.quarkiverse.usecache.spi.LoadLease.State;
import io.quarkiverse.usecache.spi.SharedEntries;

/** What the entries of a shared store do. */
@Timeout(60)
public abstract class SharedEntriesContract {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final byte[] ENTRY = { 0, 1, -1, '\r', '\n', 127, -128 };

    private final EntryKey key = new EntryKey("cache", "key");
    private StoreUnderTest store;
    private SharedEntries entries;
    private SharedEntries others;

    /** An empty tag space. */
    protected abstract StoreUnderTest create() throws Exception;

    @BeforeEach
    void connect() throws Exception {
        store = create();
        entries = store.connect().entries();
        others = store.connect().entries();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatOneNodePublishesAllRead() throws Exception {
        assertThat(get(entries.get(key))).isEmpty();
        get(entries.publish(key, ENTRY, LONG));
        assertThat(get(others.get(key)).orElseThrow()).isEqualTo(ENTRY);
        get(others.publish(key, new byte[] { 2 }, LONG));
        assertThat(get(entries.get(key)).orElseThrow()).as("the last one").containsExactly(2);
        assertThat(get(entries.get(new EntryKey("other", "key")))).as("of another cache").isEmpty();
    }

    @Test
    void keysMayBeLongAndHaveAnyCharacters() throws Exception {
        List<EntryKey> keys = List.of(new EntryKey("a", "b:c"), new EntryKey("a:b", "c"), new EntryKey("c", "{x}"),
                new EntryKey("c", "}{"), new EntryKey("c", "ü\n\u0000 \ud83d\ude00"), new EntryKey("c", "x".repeat(5_000)),
                new EntryKey("c", "x".repeat(5_001)));
        for (int i = 0; i < keys.size(); i++) {
            get(entries.publish(keys.get(i), new byte[] { (byte) i }, LONG));
        }
        for (int i = 0; i < keys.size(); i++) {
            assertThat(get(others.get(keys.get(i))).orElseThrow()).containsExactly(i);
        }
    }

    @Test
    void anEntryEndsWithItsLife() throws Exception {
        get(entries.publish(key, ENTRY, Duration.ofMillis(1)));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (get(others.get(key)).isPresent()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.yield();
        }
    }

    @Test
    void whoHasSeenAnEntryIsGivenAnotherWhenItComes() throws Exception {
        get(entries.publish(key, ENTRY, LONG));
        assertThat(get(entries.lease(key, "one", LONG, ENTRY)).state()).isEqualTo(State.GRANTED);
        LoadLease waiting = get(others.lease(key, "two", LONG, ENTRY));
        assertThat(waiting.state()).isEqualTo(State.TAKEN);
        assertThat(waiting.entry()).satisfiesAnyOf(none -> assertThat(none).isEmpty(),
                same -> assertThat(same).contains(ENTRY));
        byte[] next = new byte[10_000];
        get(entries.publish(key, next, LONG));
        assertThat(get(others.lease(key, "two", LONG, ENTRY)).entry()).contains(next);
        get(entries.release(key, "one", false));
        assertThat(get(others.lease(key, "two", LONG, ENTRY)).state()).isEqualTo(State.FAILED);
        assertThat(get(others.lease(new EntryKey("cache", "none"), "two", LONG, ENTRY)).entry()).isEmpty();
    }

    @Test
    void oneHasTheLeaseUntilItIsReleased() throws Exception {
        assertThat(get(entries.lease(key, "one", LONG)).state()).isEqualTo(State.GRANTED);
        assertThat(get(others.lease(key, "two", LONG)).state()).isEqualTo(State.TAKEN);
        get(others.release(key, "two", true));
        assertThat(get(others.lease(key, "two", LONG)).state()).as("not its own to release").isEqualTo(State.TAKEN);
        get(entries.publish(key, ENTRY, LONG));
        get(entries.release(key, "one", true));
        LoadLease next = get(others.lease(key, "two", LONG));
        assertThat(next.state()).isEqualTo(State.GRANTED);
        assertThat(next.entry().orElseThrow()).isEqualTo(ENTRY);
    }

    @Test
    void anEntryStaysReadableWhileItIsLoadedAgain() throws Exception {
        get(entries.publish(key, ENTRY, LONG));
        assertThat(get(entries.lease(key, "one", LONG)).entry().orElseThrow()).isEqualTo(ENTRY);
        assertThat(get(others.lease(key, "two", LONG)).entry().orElseThrow()).isEqualTo(ENTRY);
        assertThat(get(others.get(key)).orElseThrow()).isEqualTo(ENTRY);
    }

    @Test
    void thoseWhoWaitAreToldOfALoadThatStoredNothing() throws Exception {
        get(entries.lease(key, "one", LONG));
        get(entries.release(key, "one", false));
        assertThat(get(others.lease(key, "two", LONG)).state()).isEqualTo(State.FAILED);
        assertThat(get(others.lease(key, "three", LONG)).state()).as("not one after the other").isEqualTo(State.FAILED);
        awaitGranted("four");
    }

    @Test
    void aLeaseEndsThoughNobodyReleasesIt() throws Exception {
        get(entries.lease(key, "dead", Duration.ofMillis(1)));
        awaitGranted("two");
    }

    private void awaitGranted(String token) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (get(others.lease(key, token, LONG)).state() != State.GRANTED) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.yield();
        }
    }

    @Test
    void aThousandReadsAtOnceDoNotFail() throws Exception {
        get(entries.publish(key, ENTRY, LONG));
        List<CompletionStage<Optional<byte[]>>> all = IntStream.range(0, 1_000).mapToObj(i -> others.get(key))
                .toList();
        for (CompletionStage<Optional<byte[]>> one : all) {
            assertThat(get(one)).isPresent();
        }
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
