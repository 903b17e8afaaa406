package io.quarkiverse.usecache.dev.live;

import java.util.List;

/**
 * What has happened since the batch before.
 *
 * @param events some of it
 * @param dropped how many events were left out, because there were too many
 * @param counts of everything, also of what is filtered out
 */
public record LiveBatch(long atMillis, List<LiveEvent> events, long dropped, LiveCounts counts) {
}
