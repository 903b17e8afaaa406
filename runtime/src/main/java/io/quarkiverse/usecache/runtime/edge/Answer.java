package io.quarkiverse.usecache.runtime.edge;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.store.Entry;

/** The cached calls that were made for one answer, on whatever threads. */
final class Answer {

    /** What became of a call. */
    enum Result {
        HIT,
        STALE,
        JOINED,
        MISS;

        private static final Result[] ALL = values();
    }

    private static final int MOST_ENTRIES = 10_000;

    private final int[] results = new int[Result.ALL.length];
    /** Entries are compared by identity: all hits of one value count once. */
    private final Map<Entry, CallKey> entries = new LinkedHashMap<>();
    private Set<CallKey> loading = Set.of();
    private Set<String> revalidated = Set.of();
    private boolean unknown;
    private boolean personal;
    private boolean forHeaders;
    private boolean early;
    private boolean closed;

    /** A call has been given a value that is known to the cache. */
    synchronized void madeOf(CallKey key, StoredValue value, Result result) {
        if (closed || entries.size() >= MOST_ENTRIES) {
            unknown = true;
            return;
        }
        results[result.ordinal()]++;
        entries.putIfAbsent((Entry) value, key);
    }

    /** A call loads; its key is the very same when it ends. */
    synchronized void waitsFor(CallKey key) {
        if (!closed) {
            loading = loading.isEmpty() ? Collections.newSetFromMap(new IdentityHashMap<>()) : loading;
            loading.add(key);
        }
    }

    synchronized void waitsNoMoreFor(CallKey key) {
        if (!loading.isEmpty()) {
            loading.remove(key);
        }
    }

    /** Its request has revalidated tags. */
    synchronized void revalidates(Collection<String> tags) {
        if (!closed && revalidated.size() < MOST_ENTRIES) {
            revalidated = revalidated.isEmpty() ? new LinkedHashSet<>() : revalidated;
            revalidated.addAll(tags);
        }
    }

    synchronized List<String> revalidated() {
        return List.copyOf(revalidated);
    }

    /** It is made of something that nobody can revalidate, such as a failure. */
    synchronized void isUnknown() {
        unknown = true;
    }

    /** It is made of something that is for one user. */
    synchronized void isPersonal() {
        personal = true;
    }

    /**
     * It is one that is given headers, if what it is made of allows that.
     *
     * @param early whether another like it may be given before Quarkus REST knows of the request
     */
    synchronized void isForHeaders(boolean early) {
        this.forHeaders = true;
        this.early = early;
    }

    synchronized boolean forHeaders() {
        return forHeaders;
    }

    synchronized boolean early() {
        return early;
    }

    /** Its headers are sent: what is called now, while it is streamed perhaps, is not kept for it. */
    synchronized void close() {
        closed = true;
        entries.clear();
        loading = Set.of();
    }

    synchronized boolean personal() {
        return personal;
    }

    /**
     * Whether all is known of what it was made of, and can be revalidated. A load that has not ended, or has ended where it was
     * not seen, is not known; a value of a transaction that has not ended may not last.
     */
    synchronized boolean isKnown() {
        if (unknown || !loading.isEmpty() || entries.isEmpty()) {
            return false;
        }
        for (Entry entry : entries.keySet()) {
            if (entry.expired() || entry.tags().awaitCommit()) {
                return false;
            }
        }
        return true;
    }

    /** How many of its calls had which result. */
    synchronized Map<Result, Integer> results() {
        Map<Result, Integer> counted = new EnumMap<>(Result.class);
        for (Result result : Result.ALL) {
            if (results[result.ordinal()] > 0) {
                counted.put(result, results[result.ordinal()]);
            }
        }
        return counted;
    }

    /** Its entries, in the order in which they were first used, with the keys of their calls. */
    synchronized Map<Entry, CallKey> calls() {
        return new LinkedHashMap<>(entries);
    }
}
