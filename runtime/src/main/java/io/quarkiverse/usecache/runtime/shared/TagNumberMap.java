package io.quarkiverse.usecache.runtime.shared;

import java.util.HashMap;
import java.util.Map;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.LogEntry;
import io.quarkiverse.usecache.spi.TagNumbers;

/**
 * When tags were last revalidated, in the numbers of one generation: what entries of the shared store are checked against. It
 * holds the tags that it has heard of, and a horizon: a tag that is not in it has a number that is not beyond the horizon.
 * Thread-safe; each operation is one step.
 */
public final class TagNumberMap {

    /** What an entry is good for, by its tags. */
    public enum Verdict {
        FRESH,
        STALE,
        DEAD,
        /** It is older than the horizon, and has a tag of which nothing is known: ask. */
        UNKNOWN
    }

    private static final long UNHEARD = -1;
    private static final Known NOTHING = new Known(UNHEARD, UNHEARD);

    private record Known(long expired, long stale) {

        Known raisedTo(long newExpired, long newStale) {
            return new Known(Math.max(expired, newExpired), Math.max(stale, newStale));
        }
    }

    private final int maximum;
    private final Map<String, Known> tags = new HashMap<>();
    private String generation = "";
    private long horizon;
    private long highest;

    public TagNumberMap(int maximum) {
        this.maximum = maximum;
    }

    /** Begins anew in a generation that has come so far. */
    synchronized void begin(String newGeneration, long clock) {
        tags.clear();
        generation = newGeneration;
        horizon = clock;
        highest = clock;
    }

    synchronized void raise(LogEntry entry) {
        boolean expires = entry.mode() == RevalidationMode.EXPIRE;
        for (String tag : entry.tags()) {
            raise(tag, expires ? entry.sequence() : UNHEARD, expires ? UNHEARD : entry.sequence());
        }
        reach(entry.sequence());
    }

    /** R12: of two numbers the greater one counts. */
    private void raise(String tag, long expired, long stale) {
        tags.merge(tag, new Known(expired, stale), (known, heard) -> known.raisedTo(heard.expired(), heard.stale()));
    }

    /** No number in the map is beyond this one, which takes their place when they become too many. */
    private void reach(long sequence) {
        highest = Math.max(highest, sequence);
        if (tags.size() > maximum) {
            tags.clear();
            horizon = highest;
        }
    }

    /**
     * R12: what was asked for says nothing if it is of another generation, or older than what the map begins with.
     *
     * @return whether it says something
     */
    public synchronized boolean insert(TagNumbers asked) {
        if (!asked.generation().equals(generation) || asked.clock() < horizon) {
            return false;
        }
        asked.tags().forEach((tag, numbers) -> raise(tag, numbers.expired(), numbers.stale()));
        reach(asked.clock());
        return true;
    }

    /** @param stamps the sequence that each tag of an entry stands for */
    public synchronized Verdict judge(String ofGeneration, Map<String, Long> stamps) {
        Verdict verdict = ofGeneration.equals(generation) && !generation.isEmpty() ? Verdict.FRESH : Verdict.DEAD;
        for (Map.Entry<String, Long> stamp : stamps.entrySet()) {
            Verdict ofTag = judge(tags.getOrDefault(stamp.getKey(), NOTHING), stamp.getValue());
            verdict = worse(verdict, ofTag);
        }
        return verdict;
    }

    private Verdict judge(Known known, long stamp) {
        if (known.expired() > stamp) {
            return Verdict.DEAD;
        }
        boolean old = stamp < horizon;
        if (old && (known.expired() == UNHEARD || known.stale() == UNHEARD)) {
            return Verdict.UNKNOWN;
        }
        return known.stale() > stamp ? Verdict.STALE : Verdict.FRESH;
    }

    private static Verdict worse(Verdict one, Verdict other) {
        if (one == Verdict.DEAD || other == Verdict.DEAD) {
            return Verdict.DEAD;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    public synchronized int size() {
        return tags.size();
    }
}
