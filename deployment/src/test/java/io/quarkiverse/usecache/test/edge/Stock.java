package io.quarkiverse.usecache.test.edge;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

/** Counts what is really loaded. */
@Singleton
public class Stock {

    private final AtomicInteger loads = new AtomicInteger();

    int next() {
        return loads.incrementAndGet();
    }

    int loads() {
        return loads.get();
    }
}
