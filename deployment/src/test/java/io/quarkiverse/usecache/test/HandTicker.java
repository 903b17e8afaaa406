package io.quarkiverse.usecache.test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Ticker;

/** Time that passes when a test says so. */
@ApplicationScoped
public class HandTicker implements Ticker {

    private final AtomicLong now = new AtomicLong();

    @Override
    public long read() {
        return now.get();
    }

    public void advance(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
