package org.acme.nodes;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;

/**
 * Calls and revalidates what the seed says, on several threads, and keeps a journal of it:
 *
 * <pre>
 * C began ended what tag=began tag=began   a call, and when the loads began whose results carry these tags
 * R began returned propagated tag tag      a revalidation that drops entries
 * F text                                   a call failed
 * </pre>
 */
@ApplicationScoped
public class Workload {

    private static final int ITEMS = 12;
    private static final int LONGEST_PAUSE = 4_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Stock stock;

    @Inject
    TagCache tags;

    @Inject
    Journal journal;

    private final AtomicLong calls = new AtomicLong();

    /** @return how many calls there were */
    public long run(long seed, Duration time, int threads) throws InterruptedException {
        long before = calls.get();
        Thread[] all = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            Random random = new Random(31 * seed + i);
            all[i] = new Thread(() -> run(random, System.nanoTime() + time.toNanos()), "workload-" + i);
            all[i].start();
        }
        for (Thread each : all) {
            each.join();
        }
        return calls.get() - before;
    }

    private void run(Random random, long end) {
        while (System.nanoTime() - end < 0) {
            try {
                perform(random);
            } catch (Throwable e) {
                journal.write("F " + describe(e));
            }
            LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE));
        }
    }

    /** What failed, and which of these methods had called it. */
    private static String describe(Throwable failure) {
        String caller = Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().equals(Workload.class.getName()))
                .findFirst().map(frame -> " in " + frame.getMethodName()).orElse("");
        return failure.toString().replace('\n', ' ') + caller;
    }

    private void perform(Random random) {
        int choice = random.nextInt(1_000);
        int item = random.nextInt(ITEMS);
        if (choice < 945) {
            call(random.nextInt(5), item, random.nextInt(ITEMS));
        } else if (choice < 980) {
            revalidate(random.nextBoolean(), "item:" + item);
        } else if (choice < 990) {
            revalidate(true, random.nextBoolean() ? "items" : "pairs", "item:" + item);
        } else if (choice < 997) {
            tags.revalidateTag(RevalidationMode.STALE, "item:" + item);
        } else {
            clear(random.nextInt(3) == 0);
        }
    }

    private void call(int method, int item, int other) {
        calls.incrementAndGet();
        long began = System.nanoTime();
        switch (method) {
            case 0 -> called(began, "item", stock.item(item));
            case 1 -> called(began, "refreshed", stock.refreshed(item));
            case 2 -> called(began, "later", stock.later(item).await().atMost(PATIENCE));
            case 3 -> called(began, "near", stock.near(item));
            default -> called(began, stock.pair(item, other));
        }
    }

    private void called(long began, String what, Reading reading) {
        String cache = what.equals("near") ? "" : " cache:stock=" + reading.began();
        journal.write("C " + began + " " + System.nanoTime() + " " + what + " " + tagsOf(reading) + cache);
    }

    private void called(long began, Pair pair) {
        journal.write("C " + began + " " + System.nanoTime() + " pair pairs=" + pair.began() + " all=" + pair.began()
                + " cache:stock=" + pair.began() + " " + tagsOf(pair.one()) + " " + tagsOf(pair.other()));
    }

    private static String tagsOf(Reading reading) {
        return "all=" + reading.began() + " items=" + reading.began() + " item:" + reading.item() + "=" + reading.began();
    }

    private void revalidate(boolean blocking, String... names) {
        long began = System.nanoTime();
        Revalidation revalidation = blocking ? tags.revalidateTag(names)
                : tags.revalidateTagAsync(RevalidationMode.EXPIRE, names).await().atMost(PATIENCE);
        revalidated(began, revalidation.propagated(), String.join(" ", names));
    }

    private void clear(boolean all) {
        long began = System.nanoTime();
        if (all) {
            tags.clearAll();
        } else {
            tags.clear("stock");
        }
        revalidated(began, false, all ? "all cache:stock" : "cache:stock");
    }

    /** From now on a call of this node is given nothing older than that. */
    public void revalidated(long began, boolean propagated, String names) {
        journal.write("R " + began + " " + System.nanoTime() + " " + propagated + " " + names);
    }
}
