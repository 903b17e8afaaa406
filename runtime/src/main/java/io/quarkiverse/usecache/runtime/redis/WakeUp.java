package io.quarkiverse.usecache.runtime.redis;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.quarkiverse.usecache.spi.LogAnswer;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Waits at the server, over a connection of its own, until the log has grown behind the last position that is known. What it
 * reads is not used, and nothing rests on it.
 */
final class WakeUp {

    private static final long SHORTEST_PAUSE = 100;

    private final Vertx vertx;
    private final RedisStoreOptions options;
    private final Supplier<Channel> channels;
    private final Runnable listener;
    private Channel channel;
    private String generation;
    private long known;
    private boolean closed;

    WakeUp(Vertx vertx, RedisStoreOptions options, Supplier<Channel> channels, Runnable listener) {
        this.vertx = vertx;
        this.options = options;
        this.channels = channels;
        this.listener = listener;
    }

    /** Goes on behind an answer; the first one begins it. */
    synchronized void seen(LogAnswer answer) {
        boolean isFirst = generation == null;
        known = answer.generation().equals(generation) ? Math.max(known, answer.clock()) : answer.clock();
        generation = answer.generation();
        if (isFirst && !options.wakeUp().isZero()) {
            connect();
        }
    }

    private synchronized void connect() {
        if (!closed) {
            channel = channels.get();
            waitForMore();
        }
    }

    private synchronized void waitForMore() {
        Request request = Request.cmd(Command.XREAD).arg("COUNT").arg(1).arg("BLOCK").arg(options.wakeUp().toMillis())
                .arg("STREAMS").arg(options.names().log()).arg(known + "-0");
        channel.send(request).whenComplete(this::answered);
    }

    private void answered(Response answer, Throwable failure) {
        if (failure != null) {
            channel.close();
            long pause = Math.max(SHORTEST_PAUSE, options.wakeUp().toMillis());
            vertx.setTimer(pause + ThreadLocalRandom.current().nextLong(pause), id -> connect());
            return;
        }
        if (answer != null) {
            passed(Answers.sequence(answer.get(0).get(1).get(0).get(0)));
            listener.run();
        }
        waitForMore();
    }

    private synchronized void passed(long sequence) {
        known = Math.max(known, sequence);
    }

    synchronized void close() {
        closed = true;
        if (channel != null) {
            channel.close();
        }
    }
}
