package io.quarkiverse.usecache.runtime.shared;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.shared.NodeStatus.State;
import io.quarkiverse.usecache.runtime.store.Lease;
import io.quarkiverse.usecache.runtime.tag.ReservedTags;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.SharedStore;
import io.quarkiverse.usecache.spi.TagNumbers;

/** This node among those that share a store. */
public final class SharedNode implements Revalidator {

    private final SharedSettings settings;
    private final LocalEffects local;
    private final TagNumberMap numbers;
    private final OwnRevalidations own;
    private final StoreTime time = new StoreTime();
    private final LogFollower follower;
    private final LogLoop loop;
    private final Lease lease;

    public SharedNode(SharedStore store, SharedSettings settings, RevalidationClock clock, LocalEffects local, Ticker ticker,
            NodeTimer timer) {
        this.settings = settings;
        this.local = local;
        this.numbers = new TagNumberMap(settings.maximumTags());
        this.own = new OwnRevalidations(everything(), settings.maximumTags(), settings.replay());
        this.follower = new LogFollower(settings, ticker, numbers, own, local, time);
        this.loop = new LogLoop(store, settings, ticker, timer, own, follower);
        this.lease = new NodeLease(follower, settings, clock, ticker);
    }

    public void start() {
        loop.start();
    }

    public void stop() {
        loop.stop();
    }

    /** What a hit of a shared cache needs. */
    public Lease lease() {
        return lease;
    }

    /** The tag of all entries of the application. */
    public String everything() {
        return ReservedTags.ofAll(settings.application());
    }

    public Position position() {
        return follower.position();
    }

    /** Whether entries of the store may be given to calls. */
    public boolean mayRead() {
        return mayPublish() && (settings.available() || follower.isLeased());
    }

    /** Whether what is loaded here can be judged by others. */
    public boolean mayPublish() {
        return !loop.isAway() && !follower.position().generation().isEmpty();
    }

    public TagNumberMap numbers() {
        return numbers;
    }

    public OwnRevalidations own() {
        return own;
    }

    public StoreTime time() {
        return time;
    }

    /** Learns when tags were last revalidated. The stage may fail. */
    public CompletionStage<TagNumbers> ask(List<String> tags) {
        return loop.ask(tags);
    }

    @Override
    public Step begin(RevalidationMode mode, List<String> tags) {
        OwnRevalidation revalidation = new OwnRevalidation(mode, tags);
        AtomicBoolean pending = new AtomicBoolean();
        return new Step() {

            /** R10: its tags are pending from before it acts here. */
            @Override
            public void here() {
                if (pending.compareAndSet(false, true)) {
                    own.add(revalidation);
                }
                local.revalidate(mode, tags);
            }

            @Override
            public CompletionStage<Told> elsewhere() {
                return loop.send(revalidation);
            }
        };
    }

    @Override
    public boolean tellsOthers() {
        return true;
    }

    @Override
    public List<String> tagsOfEverything(List<String> ofCaches) {
        return Stream.concat(ofCaches.stream(), Stream.of(everything())).toList();
    }

    @Override
    public CompletionStage<Boolean> await(String token) {
        Position wanted = positionOf(token);
        if (wanted.generation().isEmpty()) {
            return CompletableFuture.completedStage(false);
        }
        return follower.hasReached(wanted) ? CompletableFuture.completedStage(true)
                : loop.pull().thenApply(pulled -> follower.hasReached(wanted));
    }

    private static Position positionOf(String token) {
        int dash = token.lastIndexOf('-');
        try {
            return dash < 0 ? Position.NONE
                    : new Position(token.substring(0, dash), Long.parseLong(token.substring(dash + 1)));
        } catch (NumberFormatException notOurs) {
            return Position.NONE;
        }
    }

    public NodeStatus status() {
        State state = loop.isAway() ? State.AWAY : follower.isLeased() ? State.RUNNING : State.LEASE_LOST;
        long left = follower.leaseLeft();
        return new NodeStatus(state, follower.position(), Duration.ofNanos(left), Duration.ofNanos(settings.lease() - left),
                follower.lag(), own.pending(), numbers.size(), follower.resyncs());
    }
}
