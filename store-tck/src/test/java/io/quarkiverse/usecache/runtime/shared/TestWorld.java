package io.quarkiverse.usecache.runtime.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.quarkiverse.usecache.tck.MemoryEntries;
import io.quarkiverse.usecache.tck.MemoryLog;

/** A database, servers, and time, which stands still until told. */
final class TestWorld {

    private static final Duration JOIN = Duration.ofSeconds(30);

    /** One value, which each commit makes greater. */
    final AtomicLong database = new AtomicLong();
    final AtomicLong micros = new AtomicLong(1_000_000_000_000L);
    final MemoryLog master = new MemoryLog(micros::get);
    final MemoryLog replica = new MemoryLog(micros::get);
    final MemoryEntries entries = new MemoryEntries(micros::get);

    TestNode node(String name) {
        return new TestNode(name, this, entries, 100, JOIN);
    }

    /** Of the next version of the application, whose entries are apart. */
    TestNode nodeOfOtherVersion(String name) {
        return new TestNode(name, this, new MemoryEntries(micros::get), 100, JOIN);
    }

    TestNode nodeWithMap(String name, int maximumTags) {
        return new TestNode(name, this, entries, maximumTags, JOIN);
    }

    /** One that never waits for another's load. */
    TestNode impatientNode(String name) {
        return new TestNode(name, this, entries, 20, Duration.ZERO);
    }

    /** Time passes everywhere. */
    void pass(Duration time, TestNode... nodes) {
        micros.addAndGet(time.toNanos() / 1_000);
        for (TestNode node : nodes) {
            node.sleep(time);
        }
    }

    long commit() {
        return database.incrementAndGet();
    }
}
