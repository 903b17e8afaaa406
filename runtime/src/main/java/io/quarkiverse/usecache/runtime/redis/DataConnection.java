package io.quarkiverse.usecache.runtime.redis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.spi.SharedStoreException;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;
import io.vertx.core.Vertx;

/**
 * A channel that is made anew when it is lost, or when three commands in a row were not answered. Meanwhile calls fail at once:
 * none of them waits for a server that is known to be away. The first channel is waited for, as long as for an answer.
 */
final class DataConnection {

    private static final Logger LOG = Logger.getLogger(DataConnection.class);

    private static final int LIMIT_OF_TIMEOUTS = 3;
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 5_000;

    private final Vertx vertx;
    private final Supplier<Channel> channels;
    private final AtomicInteger timeouts = new AtomicInteger();
    private Channel channel;
    private boolean closed;

    DataConnection(Vertx vertx, Supplier<Channel> channels) {
        this.vertx = vertx;
        this.channels = channels;
        connect(FIRST_PAUSE, true);
    }

    private synchronized void connect(long pause, boolean isFirst) {
        if (closed) {
            return;
        }
        Channel made = channels.get();
        channel = isFirst ? made : null;
        made.connected().whenComplete((ready, failure) -> {
            if (failure == null) {
                use(made);
            } else {
                connectLater(made, pause, failure);
            }
        });
    }

    private synchronized void use(Channel ready) {
        timeouts.set(0);
        channel = ready;
        if (closed) {
            ready.close();
        }
    }

    private synchronized void connectLater(Channel failed, long pause, Throwable failure) {
        LOG.debugf("No connection for entries: [%s]", failure.getMessage());
        failed.close();
        channel = null;
        long jitter = ThreadLocalRandom.current().nextLong(pause);
        vertx.setTimer(pause / 2 + jitter + 1, id -> connect(Math.min(LONGEST_PAUSE, 2 * pause), false));
    }

    /** Runs commands on the channel, or fails at once if there is none. */
    <T> CompletionStage<T> use(Function<Channel, CompletableFuture<T>> commands) {
        Channel current = current();
        if (current == null) {
            return CompletableFuture.failedFuture(new SharedStoreException(Kind.LOST, "Redis is away"));
        }
        CompletableFuture<T> answer = commands.apply(current);
        answer.whenComplete((ignored, failure) -> judge(current, failure));
        return answer;
    }

    private synchronized Channel current() {
        return channel;
    }

    private void judge(Channel used, Throwable failure) {
        Kind kind = failure instanceof SharedStoreException known ? known.kind() : null;
        if (kind == Kind.LOST) {
            replace(used);
        } else if (kind != Kind.TIMED_OUT) {
            timeouts.set(0);
        } else if (timeouts.incrementAndGet() >= LIMIT_OF_TIMEOUTS) {
            replace(used);
        }
    }

    private void replace(Channel used) {
        synchronized (this) {
            if (channel != used || !used.connected().isDone()) {
                return;
            }
            channel = null;
        }
        used.close();
        connectLater(used, FIRST_PAUSE, new SharedStoreException(Kind.LOST, "Redis does not answer"));
    }

    synchronized void close() {
        closed = true;
        if (channel != null) {
            channel.close();
        }
    }
}
