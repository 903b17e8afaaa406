package io.quarkiverse.usecache.dev.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Ticker;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;

/** The streams of the pages that show events now. */
@Singleton
public class LiveStreams {

    private final LiveEvents events;
    private final Ticker ticker;
    private final Map<String, LiveStream> byWatcher = new ConcurrentHashMap<>();

    @Inject
    LiveStreams(LiveEvents events, Ticker ticker) {
        this.events = events;
        this.ticker = ticker;
    }

    Multi<LiveBatch> open(String watcher, LiveQuery query) {
        return Multi.createFrom().emitter(emitter -> {
            LiveStream stream = new LiveStream(events, new EventBuffer(query.kinds(), query), ticker, emitter::emit,
                    emitter::complete);
            LiveStream before = byWatcher.put(watcher, stream);
            if (before != null) {
                before.end();
            }
            emitter.onTermination(() -> close(watcher, stream));
            stream.start();
        }, BackPressureStrategy.DROP);
    }

    private void close(String watcher, LiveStream stream) {
        byWatcher.remove(watcher, stream);
        stream.stop();
    }

    /** Whether that watcher has a stream, which goes on. */
    boolean prolong(String watcher) {
        LiveStream stream = byWatcher.get(watcher);
        if (stream != null) {
            stream.prolong();
        }
        return stream != null;
    }

    /** A stream ends with the application that it tells of, for example at a live reload. */
    @PreDestroy
    void endAll() {
        byWatcher.values().forEach(LiveStream::end);
    }
}
