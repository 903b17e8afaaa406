package io.quarkiverse.usecache.runtime.purge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.purge.Batch.Waiting;

/**
 * What waits to be purged: each tag once, the oldest first. More tags than are kept become everything, which comes before what
 * is added later. Thread-safe.
 */
final class Pending {

    private final int maximum;
    private final Map<String, Waiting> tags = new LinkedHashMap<>();
    private Waiting everything;

    Pending(int maximum) {
        this.maximum = maximum;
    }

    /** @return whether there were too many tags, so that everything waits now */
    synchronized boolean add(RevalidationMode mode, Collection<String> added, long sequence, long now) {
        if (everything != null && !everything.underWay) {
            return false;
        }
        added.forEach(tag -> tags.merge(tag, new Waiting(mode, sequence, now),
                (before, next) -> before.followedBy(mode, sequence, now)));
        if (tags.size() > maximum) {
            addEverything(tags.values().iterator().next().since);
            return true;
        }
        return false;
    }

    synchronized void addEverything(long since) {
        if (everything == null || everything.underWay) {
            everything = new Waiting(RevalidationMode.EXPIRE, 0, since);
        }
        tags.clear();
    }

    /**
     * The first tags that are purged alike; {@code null} if there is nothing. They wait until they are {@linkplain #purged}, or
     * have {@linkplain #failed}.
     */
    synchronized Batch next(int most) {
        if (everything != null) {
            everything.underWay = true;
            return new Batch(Map.of(), everything.mode, 0, everything.since);
        }
        Map<String, Waiting> next = new LinkedHashMap<>();
        RevalidationMode mode = null;
        for (Map.Entry<String, Waiting> one : tags.entrySet()) {
            if (next.size() == most || mode != null && one.getValue().mode != mode) {
                break;
            }
            mode = one.getValue().mode;
            next.put(one.getKey(), one.getValue());
        }
        next.values().forEach(each -> each.underWay = true);
        return next.isEmpty() ? null : batch(next, mode);
    }

    private static Batch batch(Map<String, Waiting> tags, RevalidationMode mode) {
        Collection<Waiting> each = tags.values();
        return new Batch(tags, mode, each.stream().mapToLong(one -> one.sequence).max().getAsLong(),
                each.stream().mapToLong(one -> one.since).min().getAsLong());
    }

    /** What was revalidated meanwhile goes on waiting. */
    synchronized void purged(Batch batch) {
        if (!batch.isEverything()) {
            batch.tags().forEach(tags::remove);
        } else if (everything != null && everything.underWay) {
            everything = null;
        }
    }

    synchronized void failed(Batch batch) {
        batch.tags().values().forEach(each -> each.underWay = false);
        if (batch.isEverything() && everything != null) {
            everything.underWay = false;
        }
    }

    /** @return when the oldest of it was revalidated, or {@code now} if nothing waits */
    synchronized long oldest(long now) {
        return everything != null ? everything.since : tags.values().stream().mapToLong(one -> one.since).min().orElse(now);
    }

    synchronized boolean isEverything() {
        return everything != null;
    }

    synchronized boolean isEmpty() {
        return everything == null && tags.isEmpty();
    }

    synchronized int size() {
        return tags.size();
    }

    synchronized List<String> first(int most) {
        return tags.keySet().stream().limit(most).toList();
    }
}
