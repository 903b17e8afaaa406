package io.quarkiverse.usecache.dev.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.TagsRevalidated.Origin;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.CachedMethods;

/** A stream that nobody prolongs ends, and leaves nothing behind. */
class LiveStreamTest {

    private final AtomicLong nanos = new AtomicLong();
    private final List<LiveBatch> batches = new ArrayList<>();
    private final AtomicBoolean complete = new AtomicBoolean();
    private final LiveEvents events = new LiveEvents(
            new FunctionNames(new CachedMethods(List.of(), CachedMethodDescriptor::life, name -> null)), false);
    private final LiveQuery query = LiveQuery.of("room", "revalidation");
    private final EventBuffer buffer = new EventBuffer(query.kinds(), query);
    private final LiveStream stream = new LiveStream(events, buffer, nanos::get, batches::add,
            () -> complete.set(true));

    @Test
    void itEndsAfter30SecondsOfSilence() {
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        stream.next();
        assertThat(complete).isFalse();
        assertThat(batches).hasSize(1);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        stream.next();
        assertThat(complete).isTrue();
        assertThat(batches).hasSize(1);
    }

    @Test
    void itGoesOnWhenItIsProlonged() {
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        stream.prolong();
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        stream.next();

        assertThat(complete).isFalse();
    }

    @Test
    void itTellsWhatIsAskedForWhileItRuns() {
        events.attach(buffer);
        revalidate("room:1");
        revalidate("guest:1");
        stream.stop();
        revalidate("room:2");
        stream.next();

        assertThat(batches).singleElement().satisfies(batch -> {
            assertThat(batch.events()).extracting(LiveEvent::tags).containsExactly(List.of("room:1"));
            assertThat(batch.counts().revalidations()).isEqualTo(3);
        });
    }

    private void revalidate(String tag) {
        events.revalidated(new TagsRevalidated(List.of(tag), RevalidationMode.EXPIRE, Origin.LOCAL));
    }
}
