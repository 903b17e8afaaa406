package io.quarkiverse.usecache.runtime.shared.notice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

/** Warns of each cause once a minute at most: it may come again and again, and the next time it is news. */
public final class SeldomLog {

    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final Ticker ticker;
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    public SeldomLog(Logger log, Ticker ticker) {
        this.log = log;
        this.ticker = ticker;
    }

    /** @return whether it was said as a warning */
    public boolean warn(String cause, String message) {
        long now = ticker.read();
        boolean seldom = last.merge(cause, now, (before, current) -> current - before < PAUSE ? before : current) == now;
        if (seldom) {
            log.warn(message);
        } else {
            log.debug(message);
        }
        return seldom;
    }
}
