package io.quarkiverse.usecache.dev.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** The buffer is bounded, and rare events find their place among many hits. */
class EventBufferTest {

    private static final LiveCounts NOTHING = new LiveCounts(0, 0, 0, 0, null, 0, 0, 0);

    private final EventBuffer buffer = new EventBuffer(EnumSet.complementOf(EnumSet.of(EventKind.JOINED)), event -> true);

    @Test
    void aBatchIsASampleThatHasTheRareEvents() {
        for (int i = 0; i < 100_000; i++) {
            add(EventKind.HIT);
        }
        add(EventKind.LOAD_FAILED);

        LiveBatch batch = buffer.drain(5, NOTHING);

        assertThat(batch.events()).hasSize(100);
        assertThat(batch.events()).filteredOn(event -> event.kind() == EventKind.LOAD_FAILED).hasSize(1);
        assertThat(batch.dropped()).isEqualTo(100_001 - 100);
        assertThat(batch.atMillis()).isEqualTo(5);
    }

    @Test
    void textsOfDroppedEventsAreNotMade() {
        AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < 10_000; i++) {
            buffer.add(EventKind.HIT, () -> {
                made.incrementAndGet();
                return event(EventKind.HIT);
            });
        }
        buffer.drain(0, NOTHING);

        assertThat(made).hasValueLessThanOrEqualTo(500);
    }

    @Test
    void otherKindsAreNotKept() {
        add(EventKind.JOINED);

        assertThat(buffer.drain(0, NOTHING)).isEqualTo(new LiveBatch(0, List.of(), 0, NOTHING));
    }

    @Test
    void aDrainedBufferHasRoomAgain() {
        for (int i = 0; i < 1000; i++) {
            add(EventKind.HIT);
        }
        buffer.drain(0, NOTHING);
        add(EventKind.HIT);

        LiveBatch next = buffer.drain(0, NOTHING);
        assertThat(next.events()).hasSize(1);
        assertThat(next.dropped()).isZero();
    }

    private void add(EventKind kind) {
        buffer.add(kind, () -> event(kind));
    }

    private static LiveEvent event(EventKind kind) {
        return new LiveEvent(0, kind, "f", "m", "k", null, null, null, null, null);
    }
}
