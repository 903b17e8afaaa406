package io.quarkiverse.usecache.dev.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.runtime.key.CallKey;

/** The cached calls made for one request, on whatever threads; the first of them, if there are very many. */
final class CallTrace {

    private static final int MOST = 20;

    private final List<TracedCall> calls = new ArrayList<>();
    private int more;

    synchronized void add(TracedCall call) {
        if (calls.size() < MOST) {
            calls.add(call);
        } else {
            more++;
        }
    }

    synchronized void end(CallKey key, long nanos, boolean failed) {
        calls.stream().filter(call -> call.awaits(key)).findFirst().ifPresent(call -> call.end(nanos, failed));
    }

    synchronized boolean isEmpty() {
        return calls.isEmpty();
    }

    /** The value of {@code Cache-Status}. */
    synchronized String status() {
        return calls.stream().map(TracedCall::status).collect(Collectors.joining(", "))
                + (more == 0 ? "" : ", use-cache;detail=" + StructuredField.string(more + " more calls"));
    }

    @Override
    public synchronized String toString() {
        return calls + (more == 0 ? "" : " and " + more + " more");
    }
}
