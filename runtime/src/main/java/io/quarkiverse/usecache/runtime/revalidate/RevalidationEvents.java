package io.quarkiverse.usecache.runtime.revalidate;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.runtime.event.ObserverLane;

/** Tells observers of revalidations. */
@Singleton
public class RevalidationEvents {

    private final Event<TagsRevalidated> events;
    private final ObserverLane lane = new ObserverLane(TagsRevalidated.class, "revalidations");

    @Inject
    RevalidationEvents(Event<TagsRevalidated> events) {
        this.events = events;
    }

    public void fire(TagsRevalidated event) {
        events.fireAsync(event, NotificationOptions.ofExecutor(lane));
    }

    @PreDestroy
    void close() {
        lane.close();
    }
}
