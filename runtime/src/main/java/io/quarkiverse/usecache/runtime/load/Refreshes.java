package io.quarkiverse.usecache.runtime.load;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.life.Life;

/**
 * Runs refreshes behind the calls that are served meanwhile: a limited number at once, so that very many stale entries do not
 * take the application's threads, and not beyond the application's end.
 */
public final class Refreshes {

    private static final Logger LOG = Logger.getLogger(Refreshes.class);

    /** Runs a load in the background. */
    @FunctionalInterface
    public interface Background {

        /** @param task runs the load, which may end after the task has returned */
        void execute(Load load, Runnable task);
    }

    private final Loader loader;
    private final Completion completion;
    private final InFlight inFlight;
    private final Background background;
    private final boolean possible;
    private final Semaphore free;
    private final long longest;
    private final Set<Load> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /**
     * @param maximum how many may be in flight
     * @param longest after which time one makes room for others
     */
    public Refreshes(Loader loader, Completion completion, InFlight inFlight, Background background, int maximum,
            Duration longest) {
        this.loader = loader;
        this.completion = completion;
        this.inFlight = inFlight;
        this.background = background;
        this.possible = maximum > 0;
        this.free = new Semaphore(maximum);
        this.longest = Life.nanos(longest);
    }

    /** Whether any may ever begin; if not, a stale entry is loaded by the call that finds it. */
    public boolean arePossible() {
        return possible;
    }

    /** Whether a refresh may begin; if so, it must be {@linkplain #run run} or {@linkplain #forget forgotten}. */
    public boolean admit(Load refresh) {
        if (!free.tryAcquire() && !(makeRoom(refresh.begun()) && free.tryAcquire())) {
            return false;
        }
        running.add(refresh);
        return true;
    }

    /** Displaces the refreshes that take too long. */
    private boolean makeRoom(long now) {
        boolean room = false;
        for (Load load : running) {
            if (isStuck(load, now) && inFlight.drop(load)) {
                forget(load);
                room = true;
            }
        }
        return room;
    }

    /** Whether a refresh takes so long that another may begin in its place. */
    public boolean isStuck(Load refresh, long now) {
        boolean stuck = now - refresh.begun() > longest;
        if (stuck && !refresh.isDone()) {
            refresh.method().warnStuck("A refresh", TimeUnit.NANOSECONDS.toMillis(longest));
        }
        return stuck;
    }

    /** It has ended, or is not waited for any longer. */
    public void forget(Load refresh) {
        if (running.remove(refresh)) {
            free.release();
        }
    }

    /** Begins a refresh; one that cannot begin fails, so that its entry is served on. */
    public void run(Load refresh, Runnable task) {
        refresh.whenDone(outcome -> forget(refresh));
        if (stopped) {
            completion.fail(refresh, new RejectedExecutionException("The application stops"));
            return;
        }
        try {
            background.execute(refresh, () -> runIfClaimed(refresh, task));
        } catch (RuntimeException | Error failure) {
            cannotBegin(refresh, failure);
        }
    }

    private void runIfClaimed(Load refresh, Runnable task) {
        boolean claimed;
        try {
            claimed = loader.claim(refresh);
        } catch (RuntimeException | Error failure) {
            cannotBegin(refresh, failure);
            return;
        }
        if (claimed) {
            task.run();
        }
    }

    private void cannotBegin(Load refresh, Throwable failure) {
        LOG.warnf(failure, "A refresh of [%s%s] could not begin", refresh.method(), refresh.key());
        completion.fail(refresh, failure);
    }

    /** Begins no more refreshes, and waits for those that run. */
    public void stop(Duration timeout) {
        stopped = true;
        CompletableFuture<?>[] all = running.stream().map(Refreshes::end).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).completeOnTimeout(null, Life.nanos(timeout), TimeUnit.NANOSECONDS).join();
        if (!running.isEmpty()) {
            LOG.debugf("Refreshes that go on after [%s]: [%d]", timeout, running.size());
        }
    }

    private static CompletableFuture<Outcome> end(Load refresh) {
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        refresh.whenDone(end::complete);
        return end;
    }
}
