package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** The clients of one event loop. A change wakes them all at once: many clients cost one task, not one each. */
final class ChangeStreamGroup {

    private final Executor loop;
    private final Set<ChangeStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean woken = new AtomicBoolean();

    ChangeStreamGroup(Executor loop) {
        this.loop = loop;
    }

    void add(ChangeStream stream) {
        streams.add(stream);
    }

    void remove(ChangeStream stream) {
        streams.remove(stream);
    }

    void wake() {
        if (!streams.isEmpty() && woken.compareAndSet(false, true)) {
            loop.execute(this::send);
        }
    }

    /** What changes from here on wakes it again. */
    private void send() {
        woken.set(false);
        streams.forEach(ChangeStream::send);
    }
}
