package io.quarkiverse.usecache.tck;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.quarkiverse.usecache.spi.SharedStoreException;
import io.quarkiverse.usecache.spi.SharedStoreException.Kind;

/** What becomes of the commands on one way between a node and its store. Without a fault they end before they return. */
public final class Faults {

    private record Held(Runnable end, CompletableFuture<?> stage) {
    }

    private final Queue<Held> held = new ArrayDeque<>();
    private Kind failing;
    private boolean answersLost;
    private boolean holdsCommands;
    private boolean holdsAnswers;
    private Runnable afterNext;

    /** Commands fail, and are not done. */
    public synchronized void fail(Kind kind) {
        failing = kind;
        answersLost = false;
    }

    /** Commands are done, and fail. */
    public synchronized void loseAnswers(Kind kind) {
        failing = kind;
        answersLost = true;
    }

    /** Commands are not done until they are released. */
    public synchronized void holdCommands() {
        holdsCommands = true;
    }

    /** Commands are done, and the answers are on their way until they are released. */
    public synchronized void holdAnswers() {
        holdsAnswers = true;
    }

    /** What another thread does when the next command has ended, and its caller does not have the stage yet. */
    public synchronized void afterNext(Runnable other) {
        afterNext = other;
    }

    /** No fault from now on; what is held stays held. */
    public synchronized void heal() {
        failing = null;
        holdsCommands = false;
        holdsAnswers = false;
    }

    /** Releases what is held, the oldest first, and returns how many there were. */
    public int releaseAll() {
        int count = 0;
        while (releaseOne()) {
            count++;
        }
        return count;
    }

    /** Releases the oldest that is held. */
    public boolean releaseOne() {
        Held oldest;
        synchronized (this) {
            oldest = held.poll();
        }
        if (oldest != null) {
            oldest.end().run();
        }
        return oldest != null;
    }

    /** What is held gets no answer any more. */
    public void timeOutHeld() {
        Queue<Held> all;
        synchronized (this) {
            all = new ArrayDeque<>(held);
            held.clear();
        }
        all.forEach(one -> one.stage().completeExceptionally(new SharedStoreException(Kind.TIMED_OUT, "no answer in time")));
    }

    public synchronized int held() {
        return held.size();
    }

    <T> CompletionStage<T> perform(Supplier<T> command) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        Runnable end;
        Runnable after;
        synchronized (this) {
            end = decide(command, stage);
            after = afterNext;
            afterNext = null;
        }
        end.run();
        if (after != null) {
            after.run();
        }
        return stage;
    }

    private <T> Runnable decide(Supplier<T> command, CompletableFuture<T> stage) {
        if (failing != null) {
            SharedStoreException failure = new SharedStoreException(failing, "a fault of the test");
            boolean done = answersLost;
            return () -> {
                if (done) {
                    command.get();
                }
                stage.completeExceptionally(failure);
            };
        }
        if (holdsCommands) {
            held.add(new Held(() -> stage.complete(command.get()), stage));
            return () -> {
            };
        }
        if (holdsAnswers) {
            T answer = command.get();
            held.add(new Held(() -> stage.complete(answer), stage));
            return () -> {
            };
        }
        return () -> stage.complete(command.get());
    }
}
