package io.quarkiverse.usecache.runtime.observability;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.EntryRemoved;
import io.quarkiverse.usecache.EntryRemoved.Cause;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.ObserverLane;
import io.quarkiverse.usecache.runtime.event.Removal;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.tag.TagState;

/** Tells observers of entries that have left their caches. A bean only where there is an observer. */
@Singleton
public class RemovalEvents implements CacheListener {

    private final Event<EntryRemoved> events;
    private final ObserverLane lane = new ObserverLane(EntryRemoved.class, "entries");

    @Inject
    RemovalEvents(Event<EntryRemoved> events) {
        this.events = events;
    }

    @Override
    public boolean hearsHits() {
        return false;
    }

    @Override
    public void removed(CallKey key, StoredValue entry, Removal cause) {
        events.fireAsync(new EntryRemoved(entry.method().toString(), key.toString(),
                entry.tags().states().stream().filter(TagState::isNamed).map(TagState::tag).toList(),
                Cause.valueOf(cause.name())), NotificationOptions.ofExecutor(lane));
    }

    @PreDestroy
    void close() {
        lane.close();
    }
}
