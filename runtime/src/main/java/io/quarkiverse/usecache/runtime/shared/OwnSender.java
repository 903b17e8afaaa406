package io.quarkiverse.usecache.runtime.shared;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.shared.LogFollower.Handled;
import io.quarkiverse.usecache.runtime.shared.LogFollower.Link;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.Position;

/** Sends what this node revalidates, and again what was not acknowledged: twice is harmless. */
final class OwnSender {

    static final Told NOT_TOLD = new Told(0, false, "");

    /** Revalidations that were sent as one. */
    private record Sent(List<OwnRevalidation> parts) {
        void end(Told told) {
            parts.forEach(part -> part.told.complete(told));
        }
    }

    /** A revalidation that has its number, and that this node's position has not reached. */
    private record Ahead(Sent sent, Position position) {
    }

    private final LogLoop loop;
    private final OwnRevalidations own;
    private final LogFollower follower;
    private final Ticker ticker;
    private final List<Ahead> ahead = new ArrayList<>();
    private final Set<CompletableFuture<Void>> unheard = ConcurrentHashMap.newKeySet();

    OwnSender(LogLoop loop, OwnRevalidations own, LogFollower follower, Ticker ticker) {
        this.loop = loop;
        this.own = own;
        this.follower = follower;
        this.ticker = ticker;
    }

    /**
     * It may be on its way already: it is pending since before it acted here, and what is pending goes out after each pull.
     *
     * @param over {@code null} if there is no connection that answers
     */
    CompletionStage<Told> send(Link over, OwnRevalidation revalidation) {
        if (over == null) {
            return CompletableFuture.completedStage(NOT_TOLD);
        }
        if (own.take(revalidation)) {
            send(over, List.of(revalidation), revalidation.mode, revalidation.tags);
        }
        return revalidation.told;
    }

    private void send(Link over, List<OwnRevalidation> parts, RevalidationMode mode, List<String> tags) {
        Sent sent = new Sent(parts);
        long when = ticker.read();
        CompletableFuture<Void> listening = new CompletableFuture<>();
        unheard.add(listening);
        LogLoop.send(over, (log, position) -> log.revalidate(position, LogLoop.BATCH, mode, tags), follower.position())
                .thenAccept(answer -> answered(over, sent, answer, when))
                .exceptionally(failure -> failed(over, sent, failure));
        unheard.remove(listening);
        listening.complete(null);
    }

    /**
     * Ends when somebody listens to each answer that may be there already. A later answer that is handled before would bring
     * this node its own revalidation as another's.
     */
    CompletionStage<Void> listening() {
        return CompletableFuture.allOf(unheard.toArray(CompletableFuture[]::new));
    }

    /** The answer may be missing, or may not be applied: it is sent again in any case, and nobody waits for ever. */
    private Void failed(Link over, Sent sent, Throwable failure) {
        notTold(sent);
        loop.failed(over, failure);
        return null;
    }

    private void answered(Link over, Sent sent, LogAnswer answer, long when) {
        Handled handled = follower.revalidated(over, answer, when);
        loop.heard(over, handled);
        Position mine = new Position(answer.generation(), answer.clock());
        if (!follower.hasReached(mine) && handled != Handled.APPLIED) {
            notTold(sent);
            return;
        }
        synchronized (ahead) {
            ahead.add(new Ahead(sent, mine));
        }
        arrive(false);
        if (!follower.hasReached(mine)) {
            loop.pull();
        }
    }

    /** R10: tags leave pending when their numbers are raised, not before. */
    void arrive(boolean givingUp) {
        List<Ahead> all;
        synchronized (ahead) {
            all = List.copyOf(ahead);
            ahead.removeIf(one -> givingUp || follower.hasReached(one.position()) || isLost(one.position()));
        }
        for (Ahead one : all) {
            if (follower.hasReached(one.position())) {
                one.sent().parts().forEach(part -> own.acknowledged(part, ticker.read()));
                one.sent().end(new Told(one.position().sequence(), true,
                        one.position().generation() + "-" + one.position().sequence()));
            } else if (givingUp || isLost(one.position())) {
                notTold(one.sent());
            }
        }
    }

    private boolean isLost(Position acknowledged) {
        return !follower.position().generation().equals(acknowledged.generation());
    }

    private void notTold(Sent sent) {
        sent.parts().forEach(own::failed);
        sent.end(NOT_TOLD);
    }

    /** Merged by mode: the numbers only grow, whichever comes first. */
    void sendPending(Link over) {
        if (over == null || !own.hasUnsent()) {
            return;
        }
        Map<RevalidationMode, List<OwnRevalidation>> byMode = new EnumMap<>(RevalidationMode.class);
        own.takeUnsent().forEach(one -> byMode.computeIfAbsent(one.mode, mode -> new ArrayList<>()).add(one));
        byMode.forEach((mode, all) -> sendMerged(over, mode, all));
    }

    private void sendMerged(Link over, RevalidationMode mode, List<OwnRevalidation> all) {
        List<OwnRevalidation> parts = new ArrayList<>();
        Set<String> tags = new LinkedHashSet<>();
        for (OwnRevalidation one : all) {
            if (!parts.isEmpty() && tags.size() + one.tags.size() > OwnRevalidations.TAGS_AT_ONCE) {
                send(over, List.copyOf(parts), mode, List.copyOf(tags));
                parts.clear();
                tags.clear();
            }
            parts.add(one);
            tags.addAll(one.tags);
        }
        send(over, List.copyOf(parts), mode, List.copyOf(tags));
    }
}
