package io.quarkiverse.usecache.dev.tags;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagsRevalidated.Origin;

/**
 * How a tag was last revalidated.
 *
 * @param origin on which node it was asked for
 * @param atMillis when this node was told, since the epoch
 */
public record LastRevalidation(RevalidationMode mode, Origin origin, long atMillis) {
}
