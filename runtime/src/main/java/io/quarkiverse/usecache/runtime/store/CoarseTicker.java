package io.quarkiverse.usecache.runtime.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import com.github.benmanes.caffeine.cache.Ticker;

/**
 * A clock that is read from a field, and always ahead of the real one: what is fresh then is fresh now. Reading it costs next
 * to nothing, where reading the real one would cost more than all else that a hit does. A thread moves it on while it is read,
 * and ends soon after. If that thread gets no processor for a second, entries may be taken for fresh for so much longer;
 * revalidations do not depend on it.
 */
final class CoarseTicker implements Ticker {

    private static final long AHEAD = Duration.ofSeconds(1).toNanos();
    private static final long INTERVAL = Duration.ofMillis(50).toNanos();
    private static final int ROUNDS_UNREAD = 20;
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Ticker clock;
    private volatile long time = UNKNOWN;
    private volatile boolean read;

    CoarseTicker(Ticker clock) {
        this.clock = clock;
    }

    static Ticker of(Ticker clock) {
        return clock == Ticker.systemTicker() ? new CoarseTicker(clock) : clock;
    }

    @Override
    public long read() {
        if (!read) {
            read = true;
        }
        long known = time;
        return known == UNKNOWN ? start() : known;
    }

    private synchronized long start() {
        if (time == UNKNOWN) {
            move();
            Thread thread = new Thread(this::moveWhileRead, "use-cache ticker");
            thread.setDaemon(true);
            thread.start();
        }
        return time;
    }

    private void move() {
        time = clock.read() + AHEAD;
    }

    private void moveWhileRead() {
        for (int unread = 0; unread < ROUNDS_UNREAD; unread = read ? 0 : unread + 1) {
            read = false;
            LockSupport.parkNanos(INTERVAL);
            move();
        }
        time = UNKNOWN;
    }
}
