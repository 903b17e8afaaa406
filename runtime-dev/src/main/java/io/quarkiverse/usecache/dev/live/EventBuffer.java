package io.quarkiverse.usecache.dev.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps events for one open page, up to a number. The thread of a call only adds the event: its texts are made when the buffer
 * is drained.
 */
final class EventBuffer {

    /** More are kept than are shown, because a text may not match. */
    private static final int ROOM = 500;
    private static final int ROOM_FOR_FREQUENT = 250;
    private static final int SHOWN = 100;

    private final Set<EventKind> kinds;
    private final Predicate<LiveEvent> wanted;
    private final ConcurrentLinkedQueue<Supplier<LiveEvent>> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final LongAdder dropped = new LongAdder();

    EventBuffer(Set<EventKind> kinds, Predicate<LiveEvent> wanted) {
        this.kinds = kinds;
        this.wanted = wanted;
    }

    void add(EventKind kind, Supplier<LiveEvent> event) {
        if (!kinds.contains(kind)) {
            return;
        }
        if (size.get() >= (kind.isFrequent() ? ROOM_FOR_FREQUENT : ROOM)) {
            dropped.increment();
        } else {
            size.incrementAndGet();
            events.add(event);
        }
    }

    LiveBatch drain(long atMillis, LiveCounts counts) {
        List<LiveEvent> shown = new ArrayList<>();
        long left = dropped.sumThenReset();
        for (Supplier<LiveEvent> event; (event = events.poll()) != null;) {
            size.decrementAndGet();
            LiveEvent made = event.get();
            if (wanted.test(made)) {
                shown.add(made);
            }
        }
        List<LiveEvent> sample = Sample.of(shown, SHOWN);
        return new LiveBatch(atMillis, sample, left + shown.size() - sample.size(), counts);
    }
}
