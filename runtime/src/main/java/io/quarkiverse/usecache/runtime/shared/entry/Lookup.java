package io.quarkiverse.usecache.runtime.shared.entry;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.shared.NodeTimer;
import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.quarkiverse.usecache.runtime.shared.entry.EntryJudge.Usable;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.LoadLease;
import io.quarkiverse.usecache.spi.LoadLease.State;
import io.quarkiverse.usecache.spi.SharedEntries;

/**
 * Looks an entry up in the store, and if there is none, takes the lease to load it, or waits for the node that has it. A
 * failure is a miss.
 */
final class Lookup {

    /**
     * What came of it: an entry, or the lease to load it, or neither, which is to load without one.
     *
     * @param token of the lease
     */
    record Found(Optional<Usable> entry, Optional<String> token) {

        static final Found NOTHING = new Found(Optional.empty(), Optional.empty());

        static Found of(Usable usable) {
            return new Found(Optional.of(usable), Optional.empty());
        }
    }

    private static final Logger LOG = Logger.getLogger(Lookup.class);
    private static final long[] PAUSES_MILLIS = { 5, 10, 20, 50 };

    private final SharedNode node;
    private final SharedEntries entries;
    private final EntryJudge judge;
    private final EntryLimits limits;
    private final RevalidationClock clock;
    private final Ticker ticker;
    private final NodeTimer timer;

    Lookup(SharedNode node, SharedEntries entries, EntryJudge judge, EntryLimits limits, RevalidationClock clock, Ticker ticker,
            NodeTimer timer) {
        this.node = node;
        this.entries = entries;
        this.judge = judge;
        this.limits = limits;
        this.clock = clock;
        this.ticker = ticker;
        this.timer = timer;
    }

    /**
     * The stage never fails.
     *
     * @param fits says which usable entries will do
     * @param longest for how long another node's load is waited for, in nanoseconds; at most the join timeout
     */
    CompletionStage<Found> find(EntryKey key, Predicate<Usable> fits, long longest) {
        return node.mayRead() ? new Attempt(key, fits, Math.min(longest, limits.joinTimeout())).find()
                : CompletableFuture.completedStage(Found.NOTHING);
    }

    /** Has another call, here or elsewhere, take a lease that is not made use of. */
    void giveBack(EntryKey key, String token) {
        entries.release(key, token, true);
    }

    private final class Attempt {

        private final EntryKey key;
        private final Predicate<Usable> fits;
        private final long longest;
        private final long began = ticker.read();
        private final String token = UUID.randomUUID().toString();
        private volatile boolean asked;
        private volatile byte[] seen;
        private int polls;

        Attempt(EntryKey key, Predicate<Usable> fits, long longest) {
            this.key = key;
            this.fits = fits;
            this.longest = longest;
        }

        CompletionStage<Found> find() {
            return CompletableFuture.completedStage(this).thenCompose(Attempt::get).exceptionally(this::nothing);
        }

        /** R4: the local clock is read before the entry is. */
        private CompletionStage<Found> get() {
            long stamp = clock.stamp();
            return entries.get(key).thenCompose(bytes -> usable(bytes, stamp))
                    .thenCompose(usable -> usable.isPresent() ? found(usable) : lease());
        }

        /** The lease may have been taken though there was no answer. */
        private Found nothing(Throwable failure) {
            LOG.debugf("No entry from the shared store: [%s]", failure.getMessage());
            if (asked) {
                giveBack(key, token);
            }
            return Found.NOTHING;
        }

        /** One that cannot be judged is none; a lease that came with it is kept all the same. */
        private CompletionStage<Optional<Usable>> usable(Optional<byte[]> bytes, long stamp) {
            bytes.ifPresent(some -> seen = Arrays.copyOf(some, Math.min(some.length, SharedEntries.SEEN_BYTES)));
            return CompletableFuture.completedStage(bytes).thenCompose(some -> judge.judge(some, key.text(), stamp))
                    .thenApply(usable -> usable.filter(fits)).exceptionally(failure -> {
                        LOG.debugf("An entry of the shared store could not be judged: [%s]", failure.getMessage());
                        return Optional.empty();
                    });
        }

        private CompletionStage<Found> found(Optional<Usable> usable) {
            return CompletableFuture.completedStage(Found.of(usable.get()));
        }

        private CompletionStage<Found> lease() {
            long stamp = clock.stamp();
            asked = true;
            Duration duration = Duration.ofNanos(limits.loadLease());
            return (seen == null ? entries.lease(key, token, duration) : entries.lease(key, token, duration, seen))
                    .thenCompose(lease -> usable(lease.entry(), stamp).thenCompose(usable -> leased(lease, usable)));
        }

        private CompletionStage<Found> leased(LoadLease lease, Optional<Usable> usable) {
            LOG.debugf("[%s] to load, [%s]: [%s]", lease.state(), usable.isPresent() ? "an entry has come" : "no entry",
                    key.text());
            if (usable.isPresent()) {
                if (lease.state() == State.GRANTED) {
                    giveBack(key, token);
                }
                return found(usable);
            }
            if (lease.state() == State.GRANTED) {
                return CompletableFuture.completedStage(new Found(Optional.empty(), Optional.of(token)));
            }
            boolean over = ticker.read() - began >= longest || !node.mayRead();
            return lease.state() == State.FAILED || over ? CompletableFuture.completedStage(Found.NOTHING) : poll();
        }

        private CompletionStage<Found> poll() {
            long millis = PAUSES_MILLIS[Math.min(polls++, PAUSES_MILLIS.length - 1)];
            double jitter = 0.5 + ThreadLocalRandom.current().nextDouble();
            CompletableFuture<Void> pause = new CompletableFuture<>();
            timer.after((long) (TimeUnit.MILLISECONDS.toNanos(millis) * jitter), () -> pause.complete(null));
            return pause.thenCompose(over -> lease());
        }
    }
}
