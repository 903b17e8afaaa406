package io.quarkiverse.usecache.runtime.shared;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.shared.LogFollower.Handled;
import io.quarkiverse.usecache.runtime.shared.LogFollower.Link;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.RevalidationLog;
import io.quarkiverse.usecache.spi.SharedStore;
import io.quarkiverse.usecache.spi.SharedStoreException;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;
import io.quarkiverse.usecache.spi.TagNumbers;

/** Speaks with the log: pulls several times in a lease, and when it is woken; opens a new connection when one is lost. */
final class LogLoop {

    private static final Logger LOG = Logger.getLogger(LogLoop.class);
    static final int BATCH = 500;
    private static final int PULLS_PER_LEASE = 3;
    private static final int TIME_OUTS = 3;
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final SharedStore store;
    private final SharedSettings settings;
    private final Ticker ticker;
    private final NodeTimer timer;
    private final LogFollower follower;
    private final OwnSender sender;
    private final Outage outage;
    private CompletableFuture<Void> nextPull = new CompletableFuture<>();
    private CompletableFuture<Void> pull;
    private boolean pullAgain;
    private long pause = SHORTEST_PAUSE;
    private volatile boolean stopped;
    private volatile Link link;
    private volatile boolean away = true;

    LogLoop(SharedStore store, SharedSettings settings, Ticker ticker, NodeTimer timer, OwnRevalidations own,
            LogFollower follower) {
        this.store = store;
        this.settings = settings;
        this.ticker = ticker;
        this.timer = timer;
        this.follower = follower;
        this.sender = new OwnSender(this, own, follower, ticker);
        this.outage = new Outage(follower, settings);
    }

    /** Sends one revalidation, whose tags are pending. */
    CompletionStage<Told> send(OwnRevalidation revalidation) {
        return sender.send(away ? null : link, revalidation);
    }

    /** Whether there is no connection that answers. */
    boolean isAway() {
        return away;
    }

    void start() {
        open();
        beat();
    }

    void stop() {
        Link last;
        synchronized (this) {
            stopped = true;
            away = true;
            last = link;
            link = null;
        }
        close(last);
    }

    /** Own revalidations that the last connection lost come before anything else. */
    private void open() {
        synchronized (this) {
            if (stopped) {
                return;
            }
            Link[] self = new Link[1];
            try {
                link = self[0] = new Link(store.open(() -> woken(self[0])));
            } catch (RuntimeException e) {
                outage.failed(e);
                openLater();
                return;
            }
        }
        sender.sendPending(link);
        pull();
    }

    private synchronized void openLater() {
        long wait = (long) (pause * (0.5 + ThreadLocalRandom.current().nextDouble()));
        pause = Math.min(2 * pause, LONGEST_PAUSE);
        timer.after(wait, this::open);
    }

    private void woken(Link by) {
        if (by != null && by == link) {
            pull();
        }
    }

    private void beat() {
        double jitter = 0.9 + 0.2 * ThreadLocalRandom.current().nextDouble();
        timer.after((long) (settings.lease() / PULLS_PER_LEASE * jitter), () -> {
            if (stopped) {
                return;
            }
            beat();
            outage.look();
            sender.sendPending(link);
            pull();
        });
    }

    /** Pulls, or pulls once more when the pull in flight has ended: it ends after a pull that is sent after this. */
    CompletionStage<Void> pull() {
        CompletableFuture<Void> awaited;
        Link over;
        synchronized (this) {
            if (link == null) {
                return CompletableFuture.completedFuture(null);
            }
            awaited = nextPull;
            if (pull != null) {
                pullAgain = true;
                return awaited;
            }
            pull = nextPull;
            nextPull = new CompletableFuture<>();
            over = link;
        }
        long sent = ticker.read();
        Position from = follower.position();
        send(over, (log, position) -> log.pull(position, BATCH), from)
                .thenCompose(answer -> sender.listening().thenApply(heard -> pulled(over, answer, sent)))
                .whenComplete((more, failure) -> pulled(over, failure == null && more, failure));
        return awaited;
    }

    /** @return whether there is more to be pulled at once */
    private boolean pulled(Link over, LogAnswer answer, long sent) {
        Handled handled = follower.pulled(over, answer, sent);
        heard(over, handled);
        return handled == Handled.APPLIED && follower.position().sequence() < answer.clock();
    }

    /** An answer that cannot be applied is as good as none: it is pulled again, over another connection. */
    private void pulled(Link over, boolean more, Throwable failure) {
        if (failure != null) {
            failed(over, failure);
        }
        sender.arrive(failure != null);
        endPull(more);
    }

    private void endPull(boolean more) {
        CompletableFuture<Void> ended;
        boolean again;
        synchronized (this) {
            ended = pull;
            pull = null;
            again = (pullAgain || more) && link != null;
            pullAgain = false;
            if (link == null) {
                nextPull.complete(null);
                nextPull = new CompletableFuture<>();
            }
        }
        if (ended != null) {
            ended.complete(null);
        }
        if (again) {
            pull();
        }
        sender.sendPending(link);
    }

    static CompletionStage<LogAnswer> send(Link over,
            BiFunction<RevalidationLog, Position, CompletionStage<LogAnswer>> command, Position from) {
        try {
            return command.apply(over.log, from);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    CompletionStage<TagNumbers> ask(List<String> tags) {
        Link over = link;
        return over == null ? CompletableFuture.failedStage(new SharedStoreException(Kind.LOST, "There is no connection"))
                : over.log.ask(tags);
    }

    void heard(Link over, Handled handled) {
        if (handled == Handled.LEFT) {
            LOG.debug("The log is in a generation that this node has left: another connection is tried");
            lose(over);
        } else if (handled == Handled.APPLIED) {
            over.timeOuts = 0;
            synchronized (this) {
                if (link == over) { // else it was lost meanwhile
                    pause = SHORTEST_PAUSE;
                    away = false;
                }
            }
        }
    }

    void failed(Link over, Throwable failure) {
        Kind kind = outage.failed(failure);
        if (kind == Kind.LOST || kind == Kind.TIMED_OUT && ++over.timeOuts >= TIME_OUTS) {
            lose(over);
        }
    }

    private void lose(Link lost) {
        follower.leave(lost);
        synchronized (this) {
            if (link != lost) {
                return;
            }
            link = null;
            away = true;
            openLater();
        }
        close(lost);
    }

    private void close(Link last) {
        if (last != null) {
            follower.leave(last);
            last.log.close();
        }
    }
}
