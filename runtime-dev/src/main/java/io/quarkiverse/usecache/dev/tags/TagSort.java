package io.quarkiverse.usecache.dev.tags;

import java.util.Comparator;

/** What tags are ordered by. */
public enum TagSort {
    TAG(Comparator.comparing(ShownTag::tag)),
    ENTRIES(Comparator.comparingLong(ShownTag::entries)),
    /** Those revalidated longest ago first, and before them those that were not. */
    REVALIDATED(Comparator.comparingLong(tag -> tag.lastRevalidation() == null ? 0 : tag.lastRevalidation().atMillis()));

    private final Comparator<ShownTag> order;

    TagSort(Comparator<ShownTag> order) {
        this.order = order;
    }

    /** The order with the tags' names as the last resort, which is complete. */
    Comparator<ShownTag> order(boolean descending) {
        return (descending ? order.reversed() : order).thenComparing(TAG.order);
    }
}
