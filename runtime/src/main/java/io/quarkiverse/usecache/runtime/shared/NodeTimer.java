package io.quarkiverse.usecache.runtime.shared;

/** Runs what is due later. */
@FunctionalInterface
public interface NodeTimer {

    void after(long nanos, Runnable task);
}
