package io.quarkiverse.usecache.tck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.spi.LogAnswer;
import io.quarkiverse.usecache.spi.LogEntry;
import io.quarkiverse.usecache.spi.Position;
import io.quarkiverse.usecache.spi.TagNumbers;
import io.quarkiverse.usecache.spi.TagNumbers.Numbers;

/** A server that keeps the log in memory. Each method is one atomic step, which takes place whoever may call it. */
public final class MemoryLog {

    private static final int KEPT_ENTRIES = 10_000;
    private static final int KEPT_TAGS = 100_000;

    /** All that a server can lose. */
    private static final class State {
        String generation;
        long identity;
        long clock;
        long floor;
        final Map<String, Numbers> tags = new HashMap<>();
        final Deque<LogEntry> entries = new ArrayDeque<>();

        State copy() {
            State copy = new State();
            copy.generation = generation;
            copy.identity = identity;
            copy.clock = clock;
            copy.floor = floor;
            copy.tags.putAll(tags);
            copy.entries.addAll(entries);
            return copy;
        }
    }

    private final LongSupplier micros;
    private final int keptEntries;
    private final int keptTags;
    private State state;
    private long identity = 1;

    public MemoryLog(LongSupplier micros) {
        this(micros, KEPT_ENTRIES, KEPT_TAGS);
    }

    /** @param micros the server's time */
    public MemoryLog(LongSupplier micros, int keptEntries, int keptTags) {
        this.micros = micros;
        this.keptEntries = keptEntries;
        this.keptTags = keptTags;
    }

    /** A generation is the life of one truth: another begins in the very step that finds that this one cannot go on. */
    private void open(Position applied) {
        boolean other = state == null || state.identity != identity
                || state.generation.equals(applied.generation()) && state.clock < applied.sequence();
        if (other) {
            state = new State();
            state.generation = UUID.randomUUID().toString();
            state.identity = identity;
        }
    }

    synchronized LogAnswer pull(Position applied, int maximum) {
        open(applied);
        return answer(applied, maximum);
    }

    synchronized LogAnswer revalidate(Position applied, int maximum, RevalidationMode mode, List<String> tags) {
        open(applied);
        long sequence = ++state.clock;
        tags.forEach(tag -> raise(tag, mode, sequence));
        state.entries.add(new LogEntry(sequence, mode, tags));
        if (state.entries.size() > keptEntries) {
            state.entries.poll();
        }
        if (state.tags.size() > keptTags) {
            clean();
        }
        return answer(applied, maximum);
    }

    private void raise(String tag, RevalidationMode mode, long sequence) {
        Numbers before = state.tags.getOrDefault(tag, new Numbers(state.floor, state.floor));
        state.tags.put(tag, mode == RevalidationMode.EXPIRE ? new Numbers(sequence, before.stale())
                : new Numbers(before.expired(), sequence));
    }

    /** R13: what is unknown from now on is taken for as new as what is forgotten. */
    private void clean() {
        state.floor = state.clock;
        state.tags.clear();
    }

    private LogAnswer answer(Position applied, int maximum) {
        boolean same = state.generation.equals(applied.generation());
        List<LogEntry> after = state.entries.stream().filter(entry -> entry.sequence() > applied.sequence()).toList();
        boolean whole = same && after.size() == state.clock - applied.sequence();
        return new LogAnswer(state.generation, state.clock, micros.getAsLong(), !whole,
                whole ? after.subList(0, Math.min(maximum, after.size())) : List.of());
    }

    synchronized TagNumbers ask(List<String> tags) {
        if (state == null) {
            return new TagNumbers("", 0, Map.of());
        }
        Numbers unknown = new Numbers(state.floor, state.floor);
        return new TagNumbers(state.generation, state.clock, tags.stream().distinct()
                .collect(Collectors.toMap(tag -> tag, tag -> state.tags.getOrDefault(tag, unknown))));
    }

    /** Everything is lost, and the server goes on. */
    public synchronized void lose() {
        state = null;
    }

    /** The log is cut, though nobody may have read it. */
    public synchronized void trim() {
        if (state != null) {
            state.entries.clear();
        }
    }

    /** This server becomes a copy of another as that is now; it has an identity of its own. */
    public void copy(MemoryLog other) {
        State copied;
        synchronized (other) {
            copied = other.state == null ? null : other.state.copy();
        }
        synchronized (this) {
            state = copied;
        }
    }

    /** It is the master now, or has been started again: nobody knows what it has not got. */
    public synchronized void promote() {
        identity = System.nanoTime();
    }

    public synchronized long clock() {
        return state == null ? 0 : state.clock;
    }
}
