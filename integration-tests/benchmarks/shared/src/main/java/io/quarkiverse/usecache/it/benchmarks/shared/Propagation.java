package io.quarkiverse.usecache.it.benchmarks.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.servers.ChildProcess;

/**
 * How long after a revalidation began on one node another has it. The tag says when it began: the clock behind
 * {@link System#nanoTime()} is the machine's own on Linux, the same for all processes.
 */
final class Propagation {

    private static final int REVALIDATIONS = 2_000;
    private static final String TAG = "began-at-";
    private static final String LATENCY = "latency ";
    private static final String READY = "ready";

    private Propagation() {
    }

    /** The node that revalidates. */
    public static void main(String... arguments) throws ReflectiveOperationException, InterruptedException {
        RunningApplication application = new RunningApplication();
        application.start();
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        try (ChildProcess other = ChildProcess.start(SharedBenchmarks.java(OtherNode.class), lines::add,
                () -> lines.add("end"))) {
            await(lines, READY);
            long[] latencies = new long[REVALIDATIONS];
            for (int i = 0; i < REVALIDATIONS; i++) {
                application.tagCache.revalidateTag(TAG + System.nanoTime());
                latencies[i] = Long.parseLong(await(lines, LATENCY));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            print(Arrays.stream(latencies).skip(REVALIDATIONS / 2).sorted().toArray());
        }
        application.stop();
        System.exit(0);
    }

    private static void print(long[] sorted) {
        System.out.printf(Locale.ROOT, "%nPropagation to another process, of %d: median %.0f, p99 %.0f, longest %.0f us%n",
                sorted.length, sorted[sorted.length / 2] / 1e3, sorted[sorted.length * 99 / 100] / 1e3,
                sorted[sorted.length - 1] / 1e3);
    }

    private static String await(BlockingQueue<String> lines, String prefix) throws InterruptedException {
        for (String line; (line = lines.poll(30, TimeUnit.SECONDS)) != null;) {
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
        }
        throw new IllegalStateException("The other node does not say [%s]".formatted(prefix));
    }

    /** The node that hears of it. */
    static final class OtherNode {

        private OtherNode() {
        }

        public static void main(String... arguments) throws ReflectiveOperationException, InterruptedException {
            RunningApplication application = new RunningApplication();
            application.start();
            application.useCache.near("1");
            System.out.println(READY);
            Thread.currentThread().join();
        }
    }

    /** Says how long ago each revalidation of another node began. */
    @Singleton
    static final class Listener {

        void heard(@ObservesAsync TagsRevalidated event) {
            long now = System.nanoTime();
            List<String> tags = event.tags();
            if (event.origin() == TagsRevalidated.Origin.REMOTE && tags.get(0).startsWith(TAG)) {
                System.out.println(LATENCY + (now - Long.parseLong(tags.get(0).substring(TAG.length()))));
            }
        }
    }
}
