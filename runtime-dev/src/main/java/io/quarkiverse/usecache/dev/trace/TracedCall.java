package io.quarkiverse.usecache.dev.trace;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.dev.function.FunctionNames.Name;
import io.quarkiverse.usecache.runtime.fill.CachedMethod;
import io.quarkiverse.usecache.runtime.key.CallKey;

/** A cached call that was made for a request. */
final class TracedCall {

    /** What became of it. */
    enum Result {
        HIT("hit"),
        STALE("hit"),
        MISS("fwd=miss"),
        JOINED("fwd=miss;collapsed");

        private final String parameters;

        Result(String parameters) {
            this.parameters = parameters;
        }
    }

    private final CachedMethod method;
    private final Name name;
    private final CallKey key;
    private final Result result;
    private volatile boolean ended;
    private volatile boolean failed;
    private volatile long nanos;

    TracedCall(CachedMethod method, Name name, CallKey key, Result result) {
        this.method = method;
        this.name = name;
        this.key = key;
        this.result = result;
    }

    /** Whether it is the call whose load has just ended: its key is then the very same. */
    boolean awaits(CallKey loaded) {
        return result == Result.MISS && !ended && key == loaded;
    }

    void end(long took, boolean withFailure) {
        nanos = took;
        failed = withFailure;
        ended = true;
    }

    /** It as a member of {@code Cache-Status} (RFC 9211, section 2). */
    String status() {
        String detail = result == Result.STALE ? "stale" : ended ? time() : "";
        return StructuredField.name(method.store().name()) + ";" + result.parameters + ";key="
                + StructuredField.string(name.brief() + KeyText.of(key))
                + (detail.isEmpty() ? "" : ";detail=" + StructuredField.string(detail));
    }

    private String time() {
        return String.format(Locale.ROOT, "%.1f ms%s", nanos / (double) TimeUnit.MILLISECONDS.toNanos(1),
                failed ? ", failed" : "");
    }

    @Override
    public String toString() {
        return name.brief() + KeyText.of(key) + " " + result.name().toLowerCase(Locale.ROOT) + (ended ? " " + time() : "");
    }
}
