package io.quarkiverse.usecache.runtime.redis;

import static io.quarkiverse.usecache.runtime.redis.Stores.failure;
import static io.quarkiverse.usecache.runtime.redis.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.servers.RedisServer;
import io.quarkiverse.usecache.servers.TcpProxy;
import io.quarkiverse.usecache.servers.TcpProxy.Direction;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.SharedEntries;
import io.quarkiverse.usecache.spi.SharedStoreException;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;

/** Every stage ends, and in time, whatever the server and the network do. */
@Timeout(120)
class ServerFaultsTest {

    private static final EntryKey KEY = new EntryKey("books", "of(1)");
    private static final Runnable NOTHING = () -> {
    };

    private final RedisServer redis = RedisServer.start();
    private final TcpProxy network = new TcpProxy(redis.port());
    private final Stores stores = new Stores();

    @AfterEach
    void close() {
        stores.close();
        network.close();
        redis.close();
    }

    private static void awaitEntries(SharedEntries entries) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptionsInstanceOf(SharedStoreException.class)
                .until(() -> get(entries.get(KEY)).isEmpty());
    }

    private static Position position(LogAnswer answer) {
        return new Position(answer.generation(), answer.clock());
    }

    @Test
    void aStoppedServerIsLostAndAnotherConnectionFindsItAgain() {
        RedisStore store = stores.at(redis.url());
        RevalidationLog log = store.open(NOTHING);
        LogAnswer before = get(log.pull(Position.NONE, 500));
        redis.kill();
        await().until(() -> failure(log.pull(position(before), 500)) == Kind.LOST);
        assertThat(failure(store.open(NOTHING).pull(position(before), 500))).isEqualTo(Kind.LOST);
        redis.restart();
        assertThat(get(store.open(NOTHING).pull(position(before), 500)).generation()).isNotEqualTo(before.generation());
        assertThat(failure(log.pull(position(before), 500))).as("the lost one stays lost").isEqualTo(Kind.LOST);
    }

    @Test
    void entriesFailAtOnceWhileTheServerIsStoppedAndComeBack() {
        SharedEntries entries = stores.at(redis.url()).entries();
        get(entries.get(KEY));
        redis.kill();
        await().until(() -> IntStream.range(0, 10).allMatch(i -> {
            CompletionStage<?> stage = entries.get(KEY);
            return stage.toCompletableFuture().isCompletedExceptionally();
        }));
        redis.restart();
        awaitEntries(entries);
    }

    @Test
    void aFrozenServerTimesOutAndThenNobodyWaits() {
        SharedEntries entries = stores.at(redis.url()).entries();
        get(entries.get(KEY));
        get(entries.get(KEY));
        redis.freeze();
        List<CompletionStage<?>> stages = Stream.<CompletionStage<?>> generate(() -> entries.get(KEY)).limit(10).toList();
        assertThat(stages).allMatch(stage -> Stream.of(Kind.TIMED_OUT, Kind.LOST).anyMatch(failure(stage)::equals));
        await().until(() -> entries.get(KEY).toCompletableFuture().isCompletedExceptionally()
                && entries.get(KEY).toCompletableFuture().isCompletedExceptionally());
        redis.thaw();
        awaitEntries(entries);
    }

    @Test
    void aFrozenServerTimesOutForTheLogWhichTheNodeDrops() {
        RevalidationLog log = stores.at(redis.url()).open(NOTHING);
        LogAnswer before = get(log.pull(Position.NONE, 500));
        redis.freeze();
        assertThat(failure(log.pull(position(before), 500))).isEqualTo(Kind.TIMED_OUT);
        CompletionStage<?> waiting = log.revalidate(position(before), 500, RevalidationMode.EXPIRE, List.of("x"));
        log.close();
        assertThat(failure(waiting)).isEqualTo(Kind.LOST);
        redis.thaw();
    }

    /** The time that a connection takes to be made is given to what waits for it, and to nothing that follows. */
    @Test
    void aServerThatFreezesJustAfterItWasConnectedTimesOutAsSoonAsAnyOther() {
        stores.commandTimeout = Duration.ofSeconds(1);
        RevalidationLog log = stores.at(redis.url()).open(NOTHING);
        LogAnswer before = get(log.pull(Position.NONE, 500));
        redis.freeze();
        assertThat(log.pull(position(before), 500)).failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class);
        redis.thaw();
    }

    /** Else those that wait for the load would take the lease, and load as well. */
    @Test
    void anEntryIsThereBeforeItsLeaseIsGivenBack() {
        stores.commandTimeout = Duration.ofSeconds(1);
        SharedEntries entries = stores.at(network.url()).entries();
        List<EntryKey> keys = IntStream.range(0, 8).mapToObj(i -> new EntryKey("books", "of(" + i + ")")).toList();
        keys.forEach(key -> get(entries.lease(key, "token", Duration.ofMinutes(1))));
        network.connections().stream().filter(TcpProxy.Connection::isOpen).findFirst().orElseThrow()
                .hold(Direction.TO_SERVER);
        List<CompletionStage<Void>> all = keys.stream().flatMap(key -> Stream.of(
                entries.publish(key, new byte[] { 1 }, Duration.ofMinutes(1)), entries.release(key, "token", true))).toList();
        all.forEach(stage -> await().until(stage.toCompletableFuture()::isDone));
        assertThat(keys).allMatch(key -> redis.call("EXISTS", key(key, "l")).equals(1L)
                || redis.call("EXISTS", key(key, "e")).equals(1L));
        assertThat(keys).as("the other connection").anyMatch(key -> redis.call("EXISTS", key(key, "e")).equals(1L));
    }

    private static String key(EntryKey key, String what) {
        return "use-cache:app:1:{" + key.cache() + ":" + key.text() + "}:" + what;
    }

    @Test
    void anAnswerThatComesTooLateIsNotTakenForTheNextOne() {
        stores.commandTimeout = Duration.ofSeconds(1);
        RevalidationLog log = stores.at(network.url()).open(NOTHING);
        LogAnswer before = get(log.revalidate(Position.NONE, 500, RevalidationMode.EXPIRE, List.of("first")));
        network.hold(Direction.TO_CLIENT);
        assertThat(failure(log.revalidate(position(before), 500, RevalidationMode.EXPIRE, List.of("x"))))
                .isEqualTo(Kind.TIMED_OUT);
        network.release(Direction.TO_CLIENT);
        assertThat(get(log.ask(List.of("x"))).clock()).isEqualTo(before.clock() + 1);
        assertThat(get(log.pull(position(before), 500)).entries()).hasSize(1);
    }

    @Test
    void aCutConnectionIsLost() {
        RevalidationLog log = stores.at(network.url()).open(NOTHING);
        get(log.pull(Position.NONE, 500));
        network.hold(Direction.TO_SERVER);
        CompletionStage<?> waiting = log.pull(Position.NONE, 500);
        network.cut();
        assertThat(failure(waiting)).isEqualTo(Kind.LOST);
        assertThat(failure(log.pull(Position.NONE, 500))).isEqualTo(Kind.LOST);
    }

    @Test
    void aHalfClosedConnectionIsLost() {
        RevalidationLog log = stores.at(network.url()).open(NOTHING);
        get(log.pull(Position.NONE, 500));
        network.connections().forEach(each -> each.halfClose(Direction.TO_CLIENT));
        await().until(() -> failure(log.pull(Position.NONE, 500)) == Kind.LOST);
    }

    @Test
    void wakeUpsGoOnAfterACut() throws Exception {
        stores.wakeUp = Duration.ofMillis(200);
        RedisStore store = stores.at(network.url());
        CountDownLatch woken = new CountDownLatch(1);
        RevalidationLog log = store.open(woken::countDown);
        get(log.pull(Position.NONE, 500));
        await().until(() -> redis.call("CLIENT", "LIST").toString().contains("cmd=xread"));
        network.connections().get(network.connections().size() - 1).cut();
        await().until(() -> redis.call("CLIENT", "LIST").toString().contains("cmd=xread"));
        get(stores.at(redis.url()).open(NOTHING).revalidate(Position.NONE, 500, RevalidationMode.EXPIRE, List.of("x")));
        assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerThatDoesNotListenIsLost() {
        network.refuse(true);
        assertThat(failure(stores.at(network.url()).open(NOTHING).pull(Position.NONE, 500))).isEqualTo(Kind.LOST);
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsLostAfterTheTimeToConnect() {
        redis.freeze();
        Kind kind = failure(stores.at(redis.url()).entries().get(KEY));
        assertThat(kind).as("an entry is not waited for").isEqualTo(Kind.TIMED_OUT);
        redis.thaw();
    }

    @Test
    void whatPassesIsRefusedAndTheConnectionKept() {
        RevalidationLog log = stores.at(redis.url()).open(NOTHING);
        LogAnswer before = get(log.pull(Position.NONE, 500));
        redis.call("CONFIG", "SET", "min-replicas-to-write", 1);
        assertThat(failure(log.pull(position(before), 500))).isEqualTo(Kind.REFUSED);
        redis.call("CONFIG", "SET", "min-replicas-to-write", 0);
        assertThat(get(log.pull(position(before), 500)).reload()).isFalse();
    }

    @Test
    void aMasterThatBecomesAReplicaIsLost() {
        RevalidationLog log = stores.at(redis.url()).open(NOTHING);
        get(log.pull(Position.NONE, 500));
        redis.call("REPLICAOF", "127.0.0.1", 1);
        assertThat(failure(log.pull(Position.NONE, 500))).isEqualTo(Kind.LOST);
    }

    @Test
    void scriptsThatTheServerHasForgottenAreSentAgain() {
        RevalidationLog log = stores.at(redis.url()).open(NOTHING);
        LogAnswer before = get(log.pull(Position.NONE, 500));
        redis.call("SCRIPT", "FLUSH");
        assertThat(get(log.pull(position(before), 500)).reload()).isFalse();
    }

    @Test
    void aClosedStoreEndsEverything() {
        RedisStore store = stores.at(redis.url());
        RevalidationLog log = store.open(NOTHING);
        get(log.pull(Position.NONE, 500));
        get(store.entries().get(KEY));
        store.close();
        assertThat(failure(log.pull(Position.NONE, 500))).isEqualTo(Kind.LOST);
        assertThat(failure(store.entries().get(KEY))).isEqualTo(Kind.LOST);
        await().until(() -> (Long) redis.call("EVAL", "return #redis.call('INFO','clients')", 0) > 0
                && redis.call("INFO", "clients").toString().contains("connected_clients:1\r\n"));
    }
}
