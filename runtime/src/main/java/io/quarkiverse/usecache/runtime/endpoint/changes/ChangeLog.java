package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.runtime.config.ChangesConfig;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.event.RevalidationListener;

/** The last changes that this node has seen since it started, of which each has a number. */
@Singleton
public class ChangeLog implements RevalidationListener {

    private final String run = Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final List<Runnable> watching = new CopyOnWriteArrayList<>();
    private final Change[] kept;
    private long last;

    @Inject
    ChangeLog(UseCacheConfig config) {
        this(config.endpoint().changes());
    }

    ChangeLog(ChangesConfig config) {
        if (config.replay() < 1) {
            throw new IllegalArgumentException("quarkus.use-cache.endpoint.changes.replay [" + config.replay()
                    + "] must be at least 1. It is how many changes a client can miss and be told of later.");
        }
        this.kept = new Change[config.replay()];
    }

    @Override
    public void revalidated(TagsRevalidated event) {
        add(event.mode(), event.tags());
    }

    @Override
    public void lostTrack() {
        add(RevalidationMode.EXPIRE, List.of());
    }

    private void add(RevalidationMode mode, List<String> tags) {
        synchronized (this) {
            last++;
            kept[(int) (last % kept.length)] = new Change(last, mode, tags);
        }
        watching.forEach(Runnable::run);
    }

    synchronized long last() {
        return last;
    }

    /** The changes that come after a number, or {@code null} if some of them are not kept any more. */
    synchronized List<Change> after(long number, int limit) {
        if (last - number > kept.length) {
            return null;
        }
        List<Change> changes = new ArrayList<>();
        for (long next = number + 1; next <= last && changes.size() < limit; next++) {
            changes.add(kept[(int) (next % kept.length)]);
        }
        return changes;
    }

    /** What names the moment after a change to clients, until the application is started again. */
    String idOf(long number) {
        return run + "-" + number;
    }

    /** The number that an id is of, or a negative one if it is not of this log, or what came after it is not kept any more. */
    long numberOf(String id) {
        String prefix = run + "-";
        if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("[0-9]{1,18}")) {
            return -1;
        }
        long number = Long.parseLong(id.substring(prefix.length()));
        return number > last() || after(number, 1) == null ? -1 : number;
    }

    /** @param action is told of each change, on the thread that revalidates */
    void watch(Runnable action) {
        watching.add(action);
    }
}
