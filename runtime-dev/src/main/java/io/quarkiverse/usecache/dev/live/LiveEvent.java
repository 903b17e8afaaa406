package io.quarkiverse.usecache.dev.live;

import java.util.List;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagsRevalidated.Origin;

/**
 * Something that has happened to a call, or to tags; what does not apply is {@code null}.
 *
 * @param function the method
 * @param method the same in short
 * @param millis how long the load took
 * @param failure what the load failed with
 * @param tags what was revalidated
 */
public record LiveEvent(long atMillis, EventKind kind, String function, String method, String key, Double millis,
        String failure, List<String> tags, Origin origin, RevalidationMode mode) {
}
