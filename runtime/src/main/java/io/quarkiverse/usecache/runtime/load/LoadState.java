package io.quarkiverse.usecache.runtime.load;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

/**
 * The state of one load. Invariant I8: a load either ends in its place or loses it to another, never both, which is decided by
 * one compare-and-set.
 *
 * <pre>
 * WAITING --claim--> RUNNING --keepPlace--> ENDING --complete--> done: Stored, NotStored, Failed
 *    |                  |                               |
 *    |                  +-----displace--> DISPLACED ----+
 *    +--displace--> DISPLACED --complete--> done: Withdrawn
 * </pre>
 *
 * A load that no thread has come to is displaced for good. One that runs goes on: its result goes to the calls that wait.
 */
final class LoadState {

    private static final Logger LOG = Logger.getLogger(LoadState.class);

    private enum Phase {
        WAITING,
        RUNNING,
        ENDING,
        DISPLACED
    }

    private final AtomicReference<Phase> phase;
    private final CompletableFuture<Outcome> done = new CompletableFuture<>();
    private volatile Set<Consumer<Outcome>> waiting;

    private LoadState(Phase first) {
        this.phase = new AtomicReference<>(first);
    }

    /** Of a load that its caller runs at once. */
    static LoadState running() {
        return new LoadState(Phase.RUNNING);
    }

    /** Of a load that has no place: no call finds it, and it is never stored. */
    static LoadState withoutPlace() {
        return new LoadState(Phase.DISPLACED);
    }

    /** Of a load that a thread is to come for. */
    static LoadState waiting() {
        return new LoadState(Phase.WAITING);
    }

    boolean isWaiting() {
        return phase.get() == Phase.WAITING;
    }

    boolean isDisplaced() {
        return phase.get() == Phase.DISPLACED;
    }

    /** Gives the load to a thread, unless it is too late. */
    boolean claim() {
        return phase.compareAndSet(Phase.WAITING, Phase.RUNNING);
    }

    /** Whether the load has its place for good, and stores what it has made; from now on it cannot be displaced. */
    boolean keepPlace() {
        return phase.compareAndSet(Phase.RUNNING, Phase.ENDING);
    }

    /** Takes the place of a load that no thread has come to, which then will not run. */
    boolean withdraw() {
        return phase.compareAndSet(Phase.WAITING, Phase.DISPLACED) && complete(Outcome.Withdrawn.IT);
    }

    /** Whether the load has no place any more, so that what it makes will not be stored. */
    boolean displace() {
        return withdraw() || phase.compareAndSet(Phase.RUNNING, Phase.DISPLACED) || isDisplaced();
    }

    boolean complete(Outcome outcome) {
        boolean first = done.complete(outcome);
        tellWaiting(outcome);
        return first;
    }

    private void tellWaiting(Outcome outcome) {
        Set<Consumer<Outcome>> known = waiting;
        if (known != null) {
            for (Consumer<Outcome> one : known) {
                if (known.remove(one)) {
                    tell(one, outcome);
                }
            }
        }
    }

    /** One that fails must not keep the load from ending, nor the others from being told. */
    private static void tell(Consumer<Outcome> one, Outcome outcome) {
        try {
            one.accept(outcome);
        } catch (Throwable failure) {
            LOG.errorf(failure, "A call that waited for a load failed when it was told its outcome");
        }
    }

    boolean isDone() {
        return done.isDone();
    }

    /** How it ended, or {@code null} while it has not. */
    Outcome outcome() {
        return done.getNow(null);
    }

    /** Waits for the outcome; {@code null} when the time is over. */
    Outcome await(long nanos) throws InterruptedException {
        try {
            return done.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A load is completed with an outcome, never exceptionally", e);
        }
    }

    /**
     * Has an action told the outcome, once, at once if it is known already.
     *
     * @return forgets the action
     */
    Runnable whenDone(Consumer<Outcome> action) {
        Set<Consumer<Outcome>> all = waitingActions();
        all.add(action);
        if (done.isDone() && all.remove(action)) {
            action.accept(outcome());
        }
        return () -> all.remove(action);
    }

    private Set<Consumer<Outcome>> waitingActions() {
        Set<Consumer<Outcome>> known = waiting;
        return known == null ? createWaiting() : known;
    }

    private synchronized Set<Consumer<Outcome>> createWaiting() {
        if (waiting == null) {
            waiting = ConcurrentHashMap.newKeySet();
        }
        return waiting;
    }

    /** How many wait for the outcome. */
    int waiters() {
        Set<Consumer<Outcome>> known = waiting;
        return done.getNumberOfDependents() + (known == null ? 0 : known.size());
    }
}
