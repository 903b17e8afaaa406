package io.quarkiverse.usecache.runtime.revalidate;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.runtime.event.ObserverLane;
import io.quarkiverse.usecache.runtime.event.RevalidationCounts;

/** Counts revalidations, and tells their observers. */
@Singleton
public class RevalidationEvents {

    private final Event<TagsRevalidated> events;
    private final RevalidationCounts counts;
    private final ObserverLane lane = new ObserverLane(TagsRevalidated.class, "revalidations");

    @Inject
    RevalidationEvents(Event<TagsRevalidated> events, RevalidationCounts counts) {
        this.events = events;
        this.counts = counts;
    }

    public void fire(TagsRevalidated event) {
        counts.count(event);
        events.fireAsync(event, NotificationOptions.ofExecutor(lane));
    }

    @PreDestroy
    void close() {
        lane.close();
    }
}
