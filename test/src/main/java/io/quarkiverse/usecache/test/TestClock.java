package io.quarkiverse.usecache.test;

import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkus.arc.Unremovable;

/**
 * The clock by which entries age, which a test moves on instead of waiting. It shows real time until it is moved, and again
 * after each test; entries that were made ahead of real time are dropped then. A shared store counts ages by its own clock.
 * Thread-safe.
 */
@Singleton
@Alternative
@Priority(1)
@Unremovable
public class TestClock implements Ticker {

    private record Time(boolean stopped, long nanos) {

        long now() {
            return stopped ? nanos : System.nanoTime() + nanos;
        }
    }

    private static final Time REAL = new Time(false, 0);

    private volatile Time time = REAL;

    TestClock() {
    }

    /** Called by the cache. */
    @Override
    public long read() {
        return time.now();
    }

    /**
     * Makes all entries older.
     *
     * @param duration by how much, not negative: time does not go back during a test
     */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock cannot go back by [" + duration
                    + "], because entries would be younger than new. Call TestClock.advance with a positive duration.");
        }
        time = new Time(time.stopped(), time.nanos() + duration.toNanos());
    }

    /** Lets time stand still, but for {@link #advance}, up to the end of the test: ages are then exact. */
    public synchronized void stop() {
        time = new Time(true, read());
    }

    /** Whether it shows another time than the real one. */
    boolean isMoved() {
        return time != REAL;
    }

    synchronized void showRealTime() {
        time = REAL;
    }
}
