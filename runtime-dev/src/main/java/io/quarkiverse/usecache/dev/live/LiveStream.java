package io.quarkiverse.usecache.dev.live;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.github.benmanes.caffeine.cache.Ticker;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * The events for one open page, batch by batch. It ends by itself when the page asks for no more, because the server is not
 * told that a page was closed.
 */
final class LiveStream {

    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LiveEvents events;
    private final EventBuffer buffer;
    private final Ticker ticker;
    private final Consumer<LiveBatch> out;
    private final Runnable complete;
    private volatile long prolonged;
    private volatile Future<?> timer;
    private LiveCounts before;

    LiveStream(LiveEvents events, EventBuffer buffer, Ticker ticker, Consumer<LiveBatch> out, Runnable complete) {
        this.events = events;
        this.buffer = buffer;
        this.ticker = ticker;
        this.out = out;
        this.complete = complete;
        this.before = events.counts();
        prolong();
    }

    void prolong() {
        prolonged = ticker.read();
    }

    void start() {
        events.attach(buffer);
        timer = Infrastructure.getDefaultWorkerPool().scheduleAtFixedRate(this::next, PERIOD.toMillis(), PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void next() {
        if (ticker.read() - prolonged > PATIENCE.toNanos()) {
            end();
        } else {
            LiveCounts now = events.counts();
            out.accept(buffer.drain(System.currentTimeMillis(), now.since(before)));
            before = now;
        }
    }

    /** Tells the page that there is no more. */
    void end() {
        complete.run();
    }

    void stop() {
        events.detach(buffer);
        Future<?> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }
}
