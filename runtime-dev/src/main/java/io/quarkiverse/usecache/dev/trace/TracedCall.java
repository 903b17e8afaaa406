package io.quarkiverse.usecache.dev.trace;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.dev.function.FunctionNames.Name;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.Life;

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

    private final String cache;
    private final Name name;
    private final CallKey key;
    private final Result result;
    private final long freshFor;
    private volatile boolean ended;
    private volatile boolean failed;
    private volatile long nanos;

    /**
     * @param freshFor for how many nanoseconds what the call was given stays fresh, as {@link StoredValue#freshFor} tells it
     */
    TracedCall(String cache, Name name, CallKey key, Result result, long freshFor) {
        this.cache = cache;
        this.name = name;
        this.key = key;
        this.result = result;
        this.freshFor = freshFor;
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
        return StructuredField.name(cache) + ";" + result.parameters + ttl() + ";key="
                + StructuredField.string(name.brief() + KeyText.of(key))
                + (detail.isEmpty() ? "" : ";detail=" + StructuredField.string(detail));
    }

    /** What a revalidation has made stale could be fresh by its age: of that nothing is said. */
    private String ttl() {
        boolean unknown = freshFor == Life.FOR_EVER || result == Result.STALE && freshFor >= 0;
        return unknown ? "" : ";ttl=" + Math.floorDiv(freshFor, TimeUnit.SECONDS.toNanos(1));
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
