package io.quarkiverse.usecache.it.benchmarks.contestant;

/** The bound of the caches of calls that miss: they are full, and each call evicts an entry. */
public final class Misses {

    public static final String CACHE = "misses";
    public static final long MAXIMUM = 10_000;

    private Misses() {
    }
}
