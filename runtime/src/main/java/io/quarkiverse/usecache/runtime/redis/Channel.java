package io.quarkiverse.usecache.runtime.redis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.quarkiverse.usecache.spi.SharedStoreException;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * One client with one connection, which is held: commands are sent one behind the other without waiting for answers. It never
 * connects again. Everything ends in time, because nothing in the client itself does when a server does not answer; an answer
 * after that is ignored. All of its state is used on one event loop.
 */
final class Channel {

    private static final long NO_TIMER = -1;

    private final ContextInternal context;
    private final Failures failures;
    private final Duration commandTimeout;
    private final Duration patience;
    private final int maximumWaiting;
    private final boolean oneByOne;
    private final Deque<Sent> pending = new ArrayDeque<>();
    private final CompletableFuture<Void> connected = new CompletableFuture<>();

    private Redis client;
    private RedisConnection connection;
    private SharedStoreException ended;
    private long timer = NO_TIMER;
    private int unanswered;

    /** A command, and until when its answer counts. */
    private static final class Sent {

        final Request request;
        final CompletableFuture<Response> answer;
        long deadline;
        boolean written;
        AsyncResult<Response> reply;

        Sent(Request request, CompletableFuture<Response> answer, long deadline) {
            this.request = request;
            this.answer = answer;
            this.deadline = deadline;
        }
    }

    /**
     * Begins to connect.
     *
     * @param patience how much longer a command may take that waits for the connection
     * @param maximumWaiting how many commands may be without an answer
     * @param oneByOne whether a command is not sent before the one before it has ended: in a cluster the client itself tries
     *        again what a server cannot do for now, and answers would overtake each other
     */
    Channel(Vertx vertx, Supplier<Redis> clients, Failures failures, Duration connectTimeout, Duration commandTimeout,
            Duration patience, int maximumWaiting, boolean oneByOne) {
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.failures = failures;
        this.commandTimeout = commandTimeout;
        this.patience = patience;
        this.maximumWaiting = maximumWaiting;
        this.oneByOne = oneByOne;
        context.runOnContext(ignored -> connect(clients, connectTimeout));
    }

    private void connect(Supplier<Redis> clients, Duration timeout) {
        if (ended != null) {
            return;
        }
        context.setTimer(timeout.toMillis(), id -> {
            if (connection == null) {
                end(new SharedStoreException(Kind.LOST, "No connection to Redis after " + timeout));
            }
        });
        try {
            client = clients.get();
            client.connect().onSuccess(this::listen).onFailure(here(this::lose));
        } catch (RuntimeException e) {
            lose(e);
        }
    }

    /** At once, on whichever loop: what nobody listens to the client logs as an error. */
    private void listen(RedisConnection made) {
        made.exceptionHandler(here(this::lose));
        made.endHandler(here(end -> lose(new IllegalStateException("the server has closed it"))));
        context.execute(made, this::begin);
    }

    /** The client calls back on any event loop. */
    private <T> Handler<T> here(Handler<T> handler) {
        return event -> context.execute(event, handler);
    }

    private void begin(RedisConnection made) {
        if (ended != null) {
            return;
        }
        connection = made;
        long deadline = System.nanoTime() + commandTimeout.toNanos();
        for (Sent each : List.copyOf(pending)) {
            each.deadline = Math.min(deadline, each.deadline);
            writeInTurn(each);
        }
        context.owner().cancelTimer(timer);
        timer = NO_TIMER;
        watch();
        connected.complete(null);
    }

    /** Ends when the connection is made, or with the reason why it cannot be. */
    CompletableFuture<Void> connected() {
        return connected;
    }

    /** Sends a command after those before it; it waits for the connection if that is being made. */
    CompletableFuture<Response> send(Request request) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        context.execute(() -> sendHere(request, answer));
        return answer;
    }

    private void sendHere(Request request, CompletableFuture<Response> answer) {
        if (ended != null) {
            answer.completeExceptionally(ended);
        } else if (unanswered >= maximumWaiting || pending.size() >= maximumWaiting) {
            answer.completeExceptionally(
                    new SharedStoreException(Kind.REFUSED, maximumWaiting + " commands wait for Redis already"));
        } else {
            long time = commandTimeout.toNanos() + (connection == null ? patience.toNanos() : 0);
            Sent sent = new Sent(request, answer, System.nanoTime() + time);
            pending.add(sent);
            watch();
            writeInTurn(sent);
        }
    }

    private void writeInTurn(Sent sent) {
        if (sent != null && connection != null && !sent.written && (!oneByOne || pending.peek() == sent)) {
            write(sent);
        }
    }

    private void write(Sent sent) {
        sent.written = true;
        unanswered++;
        connection.send(sent.request).onComplete(here(reply -> answered(sent, reply)));
    }

    private void answered(Sent sent, AsyncResult<Response> reply) {
        unanswered--;
        sent.reply = reply;
        settle();
    }

    /** Replies may come here out of turn, from a loop of the client's: each waits for those of the commands before it. */
    private void settle() {
        long now = System.nanoTime();
        for (Sent oldest; (oldest = pending.peek()) != null && (oldest.reply != null || oldest.deadline - now <= 0);) {
            pending.remove();
            end(oldest);
        }
        writeInTurn(pending.peek());
    }

    private void end(Sent sent) {
        if (sent.reply == null) {
            sent.answer.completeExceptionally(
                    new SharedStoreException(Kind.TIMED_OUT, "No answer of Redis after " + commandTimeout));
        } else if (sent.reply.succeeded()) {
            sent.answer.complete(sent.reply.result());
        } else {
            sent.answer.completeExceptionally(failures.of(sent.reply.cause()));
        }
    }

    /** One timer for all: commands are answered in the order in which they were sent. */
    private void watch() {
        Sent oldest = pending.peek();
        if (oldest != null && timer == NO_TIMER) {
            long left = oldest.deadline - System.nanoTime();
            timer = context.setTimer(Math.max(1, left / 1_000_000 + 1), id -> {
                timer = NO_TIMER;
                settle();
                watch();
            });
        }
    }

    private void lose(Throwable cause) {
        SharedStoreException failure = failures.of(cause);
        end(failure.kind() == Kind.LOST ? failure : new SharedStoreException(Kind.LOST, failure.getMessage(), cause));
    }

    void close() {
        context.execute(() -> end(new SharedStoreException(Kind.LOST, "The connection was closed")));
    }

    /** Closing the client is what ends a connection: a connection alone would go back to its pool, with what blocks it. */
    private void end(SharedStoreException reason) {
        if (ended != null) {
            return;
        }
        ended = reason;
        connected.completeExceptionally(reason);
        List<Sent> left = List.copyOf(pending);
        pending.clear();
        try {
            if (client != null) {
                client.close();
            }
        } finally {
            left.forEach(each -> each.answer.completeExceptionally(reason));
        }
    }
}
