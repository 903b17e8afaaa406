package io.quarkiverse.usecache.it.transactions.session;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.it.transactions.OtherThread;
import io.quarkiverse.usecache.it.transactions.Seeds;
import io.quarkiverse.usecache.it.transactions.magazines.Magazines;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Requests that keep their session open while others change what they have read: no call gets a title that is older than a
 * commit that had returned when the call, or the session it reads through, began. Seeds are those of
 * {@code TransactionHistoryTest}.
 */
@QuarkusTest
@Timeout(600)
class SessionHistoryTest {

    private static final int FIRST_ID = 5_000;
    private static final int THREADS = 4;
    private static final int REQUESTS = 40;
    private static final int OPERATIONS = 6;
    private static final long ROLLED_BACK = 1_000_000;

    private final LongAdder calls = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder rollbacks = new LongAdder();

    @Inject
    Magazines magazines;

    /** A magazine whose titles are numbers that grow, and the last one whose commit has returned. */
    private record Serial(int id, AtomicLong committed) {
    }

    @Test
    void noCallGetsATitleThatIsOlderThanItsSession() {
        for (long seed = Seeds.FIRST; seed < Seeds.FIRST + Seeds.COUNT; seed++) {
            run(seed);
            System.out.printf("Transactions: sessions, seed %d, %d calls, %d commits, %d rollbacks, no stale value%n", seed,
                    calls.sumThenReset(), commits.sumThenReset(), rollbacks.sumThenReset());
        }
    }

    private void run(long seed) {
        List<Serial> serials = IntStream.range(0, 3).mapToObj(i -> serial((int) (FIRST_ID + 3 * seed + i))).toList();
        List<CompletableFuture<Void>> threads = IntStream.range(0, THREADS).mapToObj(thread -> OtherThread.<Void> start(() -> {
            Random random = new Random(seed * THREADS + thread);
            for (int i = 0; i < REQUESTS; i++) {
                Request.run(() -> request(serials.get(random.nextInt(3)), random));
            }
            return null;
        })).toList();
        threads.forEach(CompletableFuture::join);
        serials.forEach(serial -> assertThat(Request.call(() -> number(magazines.title(serial.id()))))
                .as("seed %d", seed).isEqualTo(serial.committed().get()));
        assertThat(commits.sum()).isPositive();
    }

    private Serial serial(int id) {
        magazines.add(id, "0");
        return new Serial(id, new AtomicLong());
    }

    /** One magazine, so that what it may show is as old as when it has first read. */
    private void request(Serial serial, Random random) {
        long session = -1;
        for (int i = 0; i < OPERATIONS; i++) {
            long now = serial.committed().get();
            switch (random.nextInt(4)) {
                case 0 -> rename(serial, random.nextInt(3) == 0);
                case 1 -> check(magazines.read(serial.id()), session < 0 ? now : session);
                default -> check(magazines.title(serial.id()), session < 0 ? now : session);
            }
            session = session < 0 ? now : session;
        }
    }

    private void check(String title, long atLeast) {
        calls.increment();
        assertThat(number(title)).isBetween(atLeast, ROLLED_BACK - 1);
    }

    private void rename(Serial serial, boolean fails) {
        synchronized (serial) {
            long next = serial.committed().get() + 1;
            try {
                requiringNew().run(() -> {
                    magazines.rename(serial.id(), String.valueOf(fails ? ROLLED_BACK : next));
                    assertThat(fails).isFalse();
                });
            } catch (AssertionError | RuntimeException rolledBack) {
                rollbacks.increment();
                return;
            }
            commits.increment();
            serial.committed().set(next);
        }
    }

    private static long number(String title) {
        return Long.parseLong(title);
    }
}
