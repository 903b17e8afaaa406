package io.quarkiverse.usecache.dev.function;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.LoadEnded;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.method.CachedMethod;

/** Measures how long the loads of each method take that succeed. */
@Singleton
public class LoadTimes implements CacheListener {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int DIGITS = 2;

    private final Map<CachedMethod, Histogram> micros = new ConcurrentHashMap<>();

    @Override
    public void loaded(CachedMethod method, CallKey key, LoadEnded load) {
        if (load.failure() == null && !load.fromElsewhere()) {
            long took = TimeUnit.NANOSECONDS.toMicros(load.nanos());
            micros.computeIfAbsent(method, first -> new ConcurrentHistogram(LONGEST_MICROS, DIGITS))
                    .recordValue(Math.max(0, Math.min(took, LONGEST_MICROS)));
        }
    }

    /** The time in milliseconds that as many percent of the loads do not exceed, or {@code null} before the first. */
    Double millis(CachedMethod method, double percent) {
        Histogram times = micros.get(method);
        return times == null ? null : times.getValueAtPercentile(percent) / 1000.0;
    }
}
