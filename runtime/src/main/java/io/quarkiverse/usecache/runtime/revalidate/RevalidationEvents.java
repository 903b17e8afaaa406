package io.quarkiverse.usecache.runtime.revalidate;

import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.runtime.event.ObserverLane;
import io.quarkiverse.usecache.runtime.event.RevalidationCounts;
import io.quarkiverse.usecache.runtime.event.RevalidationListener;
import io.quarkus.arc.All;

/** Counts revalidations, and tells their listeners and observers. */
@Singleton
public class RevalidationEvents {

    private final Event<TagsRevalidated> events;
    private final RevalidationCounts counts;
    private final List<RevalidationListener> listeners;
    private final ObserverLane lane = new ObserverLane(TagsRevalidated.class, "revalidations");

    @Inject
    RevalidationEvents(Event<TagsRevalidated> events, RevalidationCounts counts, @All List<RevalidationListener> listeners) {
        this.events = events;
        this.counts = counts;
        this.listeners = listeners;
    }

    public void fire(TagsRevalidated event) {
        counts.count(event);
        listeners.forEach(listener -> listener.revalidated(event));
        events.fireAsync(event, NotificationOptions.ofExecutor(lane));
    }

    /** What other nodes have revalidated is not known any more. */
    public void tellLostTrack() {
        listeners.forEach(RevalidationListener::lostTrack);
    }

    @PreDestroy
    void close() {
        lane.close();
    }
}
