package io.quarkiverse.usecache.runtime.edge;

import java.util.ArrayList;
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
        MISS
    }

    private static final int MOST_ENTRIES = 10_000;

    private final Map<Result, Integer> results = new EnumMap<>(Result.class);
    /** Entries are compared by identity: all hits of one value count once. */
    private final Map<Entry, CallKey> entries = new LinkedHashMap<>();
    private final Set<CallKey> loading = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> revalidated = new LinkedHashSet<>();
    private boolean unknown;
    private boolean personal;
    private boolean forHeaders;
    private boolean closed;

    /** A call has been given a value that is known to the cache. */
    synchronized void madeOf(CallKey key, StoredValue value, Result result) {
        if (closed || entries.size() >= MOST_ENTRIES) {
            unknown = true;
            return;
        }
        results.merge(result, 1, Integer::sum);
        entries.putIfAbsent((Entry) value, key);
    }

    /** A call loads; its key is the very same when it ends. */
    synchronized void waitsFor(CallKey key) {
        if (!closed) {
            loading.add(key);
        }
    }

    synchronized void waitsNoMoreFor(CallKey key) {
        loading.remove(key);
    }

    /** Its request has revalidated tags. */
    synchronized void revalidates(Collection<String> tags) {
        if (!closed && revalidated.size() < MOST_ENTRIES) {
            revalidated.addAll(tags);
        }
    }

    synchronized Set<String> revalidated() {
        return new LinkedHashSet<>(revalidated);
    }

    /** It is made of something that nobody can revalidate, such as a failure. */
    synchronized void isUnknown() {
        unknown = true;
    }

    /** It is made of something that is for one user. */
    synchronized void isPersonal() {
        personal = true;
    }

    /** It is one that is given headers, if what it is made of allows that. */
    synchronized void isForHeaders() {
        forHeaders = true;
    }

    synchronized boolean forHeaders() {
        return forHeaders;
    }

    /** Its headers are sent: what is called now, while it is streamed perhaps, is not kept for it. */
    synchronized void close() {
        closed = true;
        entries.clear();
        loading.clear();
    }

    synchronized boolean personal() {
        return personal;
    }

    /**
     * Whether all is known of what it was made of, and can be revalidated. A load that has not ended, or has ended where it was
     * not seen, is not known; a value of a transaction that has not ended may not last.
     */
    synchronized boolean isKnown() {
        return !unknown && loading.isEmpty() && !entries.isEmpty() && entries.keySet().stream()
                .noneMatch(entry -> entry.expired() || entry.tags().awaitCommit());
    }

    /** How many of its calls had which result. */
    synchronized Map<Result, Integer> results() {
        return new EnumMap<>(results);
    }

    /** Its entries, in the order in which they were first used, with the keys of their calls. */
    synchronized Map<Entry, CallKey> calls() {
        return new LinkedHashMap<>(entries);
    }

    synchronized List<Entry> entries() {
        return new ArrayList<>(entries.keySet());
    }
}
