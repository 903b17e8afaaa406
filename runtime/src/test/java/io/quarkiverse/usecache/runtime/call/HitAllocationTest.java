package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

import io.quarkiverse.usecache.algorithm.TestInvocation;

class HitAllocationTest {

    private static final int HITS = 100_000;
    private static final long KEY = 24;

    private final Logger log = Logger.getLogger("io.quarkiverse.usecache");
    private final TestCache cache = new TestCache();

    /** As in an application, where the level is not DEBUG. */
    @BeforeEach
    void setLevel() {
        log.setLevel(Level.INFO);
    }

    @AfterEach
    void end() {
        log.setLevel(null);
    }

    @Test
    void aHitAllocatesNothingButItsKey() throws Exception {
        TestMethod read = cache.method("read", argument -> "value", "a", "b");
        TestInvocation invocation = read.invocation("key");
        read.call(invocation);

        long perHit = Long.MAX_VALUE;
        for (int round = 0; round < 20 && perHit > KEY; round++) {
            perHit = Math.min(perHit, allocatedByHits(read, invocation) / HITS);
        }

        assertThat(perHit).isLessThanOrEqualTo(KEY);
        assertThat(read.executions).hasValue(1);
    }

    private static long allocatedByHits(TestMethod read, TestInvocation invocation) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < HITS; i++) {
            read.call(invocation);
        }
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
