package io.quarkiverse.usecache.tck;

import java.util.concurrent.TimeUnit;

import io.quarkiverse.usecache.spi.SharedStore;

/** The store in memory, as the contracts see it. */
final class MemoryUnderTest implements StoreUnderTest {

    private final MemoryLog log = new MemoryLog(MemoryUnderTest::micros, LOG_ENTRIES, TAGS);
    private final MemoryEntries entries = new MemoryEntries(MemoryUnderTest::micros);

    private static long micros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    }

    @Override
    public SharedStore connect() {
        return new MemoryStore(log, entries);
    }

    @Override
    public void loseLog() {
        log.lose();
    }

    @Override
    public void close() {
    }
}
