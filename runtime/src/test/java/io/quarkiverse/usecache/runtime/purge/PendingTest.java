package io.quarkiverse.usecache.runtime.purge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.RevalidationMode;

class PendingTest {

    @Test
    void theOldestIsNotTheFirstIfThatWasRevalidatedWhileItWasPurged() {
        Pending pending = new Pending(10);
        pending.add(RevalidationMode.EXPIRE, List.of("a"), 1, 1);
        pending.add(RevalidationMode.EXPIRE, List.of("b"), 2, 2);
        Batch first = pending.next(1);
        pending.add(RevalidationMode.EXPIRE, List.of("a"), 3, 3);
        pending.purged(first);
        assertThat(pending.oldest(4)).isEqualTo(2);
    }
}
