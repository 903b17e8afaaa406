package io.quarkiverse.usecache.runtime.call.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Orders loads, revalidations and calls on a clock of its own, and looks for a value that is older than a revalidation which
 * had returned before the call began.
 */
final class History {

    /** What one load contributed to a value: when it began, and the tags it gave. */
    record Part(String load, long began, List<String> tags) {
    }

    /** A value, with the load that made it first and those it was made from behind. */
    record Value(String cache, List<Part> parts) {
    }

    /** A revalidation that has returned. Its time was taken before it began. */
    private record Returned(long time, long returned, String operation) {
    }

    /** What had returned before a call began. */
    final class Before {

        private final long began = clock.incrementAndGet();
        private final Returned[] last = new Returned[tags.size()];

        private Before() {
            for (int i = 0; i < last.length; i++) {
                last[i] = returned.get(i);
            }
        }

        /** Fails for the whole history if the value should not have been served. */
        Value check(String call, Value value) {
            calls.increment();
            Part first = value.parts().get(0);
            check(call, value, first, value.cache());
            for (Part part : value.parts()) {
                for (String tag : part.tags()) {
                    check(call, value, part, tag);
                }
            }
            return value;
        }

        private void check(String call, Value value, Part part, String tag) {
            Returned revalidation = last[tags.indexOf(tag)];
            if (revalidation != null && part.began() < revalidation.time()) {
                violation.compareAndSet(null, excerpt(call, value, part, tag, revalidation));
            }
        }

        private String excerpt(String call, Value value, Part part, String tag, Returned revalidation) {
            return String.join("\n  ",
                    "A call got a value that is older than a revalidation which had returned. In logical time:",
                    part.began() + " load of " + part.load() + " began, which gives the tag or is in the cache [" + tag + "]",
                    revalidation.time() + " " + revalidation.operation() + " began",
                    revalidation.returned() + " " + revalidation.operation() + " returned",
                    began + " " + call + " began",
                    clock.get() + " it had got, made of " + value.parts());
        }
    }

    final LongAdder calls = new LongAdder();
    final LongAdder loads = new LongAdder();
    final LongAdder revalidations = new LongAdder();
    private final List<String> tags;
    private final AtomicLong clock = new AtomicLong();
    private final AtomicReferenceArray<Returned> returned;
    private final AtomicReference<String> violation = new AtomicReference<>();

    /** @param tags all tags, and the names of the caches, which are cleared as if all their entries carried them */
    History(List<String> tags) {
        this.tags = tags;
        this.returned = new AtomicReferenceArray<>(tags.size());
    }

    /** The time of a load that begins now. */
    long loadBegins() {
        loads.increment();
        return clock.get();
    }

    Before callBegins() {
        return new Before();
    }

    void revalidate(String operation, List<String> revalidated, Runnable revalidation) {
        long time = clock.incrementAndGet();
        revalidation.run();
        Returned now = new Returned(time, clock.incrementAndGet(), operation);
        for (String tag : revalidated) {
            returned.accumulateAndGet(tags.indexOf(tag), now,
                    (known, other) -> known == null || known.time() < other.time() ? other : known);
        }
        revalidations.increment();
    }

    /** The excerpt that shows the first violation, or {@code null}. */
    String violation() {
        return violation.get();
    }

    /** A value made by a load of others' values. */
    static Value made(String cache, Part first, Value... from) {
        List<Part> parts = new ArrayList<>(List.of(first));
        for (Value value : from) {
            parts.addAll(value.parts());
        }
        return new Value(cache, parts);
    }
}
