package io.quarkiverse.usecache.runtime.event;

import java.util.concurrent.atomic.LongAdder;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.TagsRevalidated.Origin;

/** How many revalidations there were since the application started. Thread-safe. */
public final class RevalidationCounts {

    private final LongAdder[][] counts = new LongAdder[RevalidationMode.values().length][Origin.values().length];

    public RevalidationCounts() {
        for (LongAdder[] ofMode : counts) {
            for (int origin = 0; origin < ofMode.length; origin++) {
                ofMode[origin] = new LongAdder();
            }
        }
    }

    public void count(TagsRevalidated event) {
        of(event.mode(), event.origin()).increment();
    }

    public long count(RevalidationMode mode, Origin origin) {
        return of(mode, origin).sum();
    }

    private LongAdder of(RevalidationMode mode, Origin origin) {
        return counts[mode.ordinal()][origin.ordinal()];
    }
}
