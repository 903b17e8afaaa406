package io.quarkiverse.usecache.dev.live;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;
import io.smallrye.mutiny.Multi;

/** Shows what happens while it happens. */
@ApplicationScoped
public class LiveJsonRpcService {

    private final LiveStreams streams;
    private final LiveEvents events;

    @Inject
    LiveJsonRpcService(LiveStreams streams, LiveEvents events) {
        this.streams = streams;
        this.events = events;
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Stream what happens to cached calls and tags: four batches a second, at most 100 events each, and the "
            + "counts of everything. It ends after 30 seconds without a call of watching")
    public Multi<LiveBatch> live(
            @JsonRpcDescription("Part of the method's short name, of the key or of a tag, in any case; empty for all") String text,
            @JsonRpcDescription("Kinds of events with commas between them: hit, stale_hit, miss, joined, shared_hit, load, load_failed, "
                    + "refresh, revalidation; empty for all") String kinds,
            @JsonRpcDescription("A name of the one who looks, to prolong the stream") String watcher) {
        return streams.open(watcher == null || watcher.isBlank() ? UUID.randomUUID().toString() : watcher,
                LiveQuery.of(text, kinds));
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Let a stream of events go on for another 30 seconds. Answers whether there is one")
    public boolean watching(@JsonRpcDescription("The name given to live") String watcher) {
        return streams.prolong(watcher == null ? "" : watcher);
    }

    @DevMCPEnableByDefault
    @JsonRpcDescription("Count what has happened since the application started: hits, stale hits, misses, calls that joined "
            + "another's load, values from a shared store, loads, failed loads and revalidations")
    public LiveCounts counts() {
        return events.counts();
    }
}
