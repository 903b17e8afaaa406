package io.quarkiverse.usecache.runtime.fill;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/** Runs refreshes behind the calls that are served meanwhile, and lets them end before the application does. */
public final class Refreshes {

    private static final Logger LOG = Logger.getLogger(Refreshes.class);

    /** Runs a load in the background. */
    @FunctionalInterface
    public interface Background {

        /** @param done completes when the load does, which may be after the task has returned */
        void execute(Runnable load, CompletableFuture<?> done);
    }

    private final Background background;
    private final Set<Fill> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    public Refreshes(Background background) {
        this.background = background;
    }

    /** Begins a refresh; one that cannot begin fails, so that its entry is served on. */
    void run(Fill refresh, Runnable load) {
        running.add(refresh);
        refresh.done().thenRun(() -> running.remove(refresh));
        if (stopped) {
            refresh.fail(new RejectedExecutionException("The application stops"));
            return;
        }
        try {
            background.execute(() -> runIfClaimed(refresh, load), refresh.done());
        } catch (RuntimeException | Error failure) {
            LOG.warnf(failure, "A refresh of [%s%s] could not begin", refresh.method(), refresh.key());
            refresh.fail(failure);
        }
    }

    private static void runIfClaimed(Fill refresh, Runnable load) {
        if (refresh.claimBehind()) {
            load.run();
        }
    }

    /** Begins no more refreshes, and waits for those that run. */
    public void stop(Duration timeout) {
        stopped = true;
        CompletableFuture<Void> all = CompletableFuture
                .allOf(running.stream().map(Fill::done).toArray(CompletableFuture[]::new));
        all.completeOnTimeout(null, timeout.toNanos(), TimeUnit.NANOSECONDS).join();
        if (!running.isEmpty()) {
            LOG.debugf("Refreshes that go on after [%s]: [%d]", timeout, running.size());
        }
    }
}
