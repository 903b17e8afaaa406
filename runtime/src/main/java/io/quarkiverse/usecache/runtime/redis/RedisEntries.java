package io.quarkiverse.usecache.runtime.redis;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.LoadLease;
import io.quarkiverse.usecache.spi.LoadLease.State;
import io.quarkiverse.usecache.spi.SharedEntries;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Entries and the leases of their loads. */
final class RedisEntries implements SharedEntries {

    /** What a load leaves in place of its lease when it has stored nothing. */
    private static final String STORED_NOTHING = "-";

    private final KeyNames names;
    private final Failures failures;
    private final DataConnections connections;

    RedisEntries(KeyNames names, Failures failures, DataConnections connections) {
        this.names = names;
        this.failures = failures;
        this.connections = connections;
    }

    @Override
    public CompletionStage<Optional<byte[]>> get(EntryKey key) {
        return send(key, Request.cmd(Command.GET).arg(names.entry(key)), RedisEntries::bytes);
    }

    private <T> CompletionStage<T> send(EntryKey key, Request request, Function<Response, T> reader) {
        return connections.of(key).use(channel -> failures.read(channel.send(request), reader));
    }

    private static Optional<byte[]> bytes(Response entry) {
        return Optional.ofNullable(entry).map(Response::toBytes);
    }

    /**
     * <pre>
     * SET lease token NX PX duration     and behind it on the same connection, without waiting
     * MGET entry lease
     * </pre>
     *
     * Not {@code SET entry NX GET}: a dead or stale entry would occupy the key, so that nobody got the lease, and a stale one
     * must stay readable while it is refreshed.
     */
    @Override
    public CompletionStage<LoadLease> lease(EntryKey key, String token, Duration duration) {
        String lease = names.lease(key);
        Request take = Request.cmd(Command.SET).arg(lease).arg(token).arg("NX").arg("PX").arg(milliseconds(duration));
        Request look = Request.cmd(Command.MGET).arg(names.entry(key)).arg(lease);
        return connections.of(key).use(channel -> {
            CompletableFuture<Response> taken = channel.send(take);
            return failures.read(taken.thenCombine(channel.send(look), RedisEntries::lease), Function.identity());
        });
    }

    private static LoadLease lease(Response taken, Response entryAndLease) {
        return new LoadLease(state(taken != null, entryAndLease.get(1)), bytes(entryAndLease.get(0)));
    }

    private static State state(boolean taken, Response holder) {
        return taken ? State.GRANTED
                : holder != null && holder.toString().equals(STORED_NOTHING) ? State.FAILED : State.TAKEN;
    }

    /** Whoever waits while a large entry is loaded anew reads of the old one no more than its beginning. */
    @Override
    public CompletionStage<LoadLease> lease(EntryKey key, String token, Duration duration, byte[] seen) {
        ScriptCall take = new ScriptCall(Script.LEASE, List.of(names.lease(key), names.entry(key)),
                List.of(token, milliseconds(duration), SEEN_BYTES));
        return connections.of(key).use(channel -> failures.read(
                take.on(channel).thenCompose(answer -> lease(key, channel, answer, seen)), Function.identity()));
    }

    private CompletionStage<LoadLease> lease(EntryKey key, Channel channel, Response answer, byte[] seen) {
        State state = state(answer.get(0).toInteger() == 1, answer.get(1));
        byte[] start = answer.get(2).toBytes();
        return start.length == 0 || Arrays.equals(start, seen)
                ? CompletableFuture.completedStage(new LoadLease(state, Optional.empty()))
                : channel.send(Request.cmd(Command.GET).arg(names.entry(key)))
                        .thenApply(entry -> new LoadLease(state, bytes(entry)));
    }

    private static long milliseconds(Duration duration) {
        return Math.max(1, duration.toMillis());
    }

    @Override
    public CompletionStage<Void> publish(EntryKey key, byte[] entry, Duration life) {
        return send(key,
                Request.cmd(Command.SET).arg(names.entry(key)).arg(Buffer.buffer(entry)).arg("PX").arg(milliseconds(life)),
                done -> null);
    }

    @Override
    public CompletionStage<Void> release(EntryKey key, String token, boolean stored) {
        ScriptCall release = new ScriptCall(Script.RELEASE, List.of(names.lease(key)), List.of(token, stored ? 1 : 0));
        return connections.of(key).use(channel -> failures.read(release.on(channel), done -> null));
    }
}
