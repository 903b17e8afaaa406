package io.quarkiverse.usecache.it.benchmarks;

/** The bound of the caches of calls that miss: they are full, and each call evicts an entry. */
final class Misses {

    static final String CACHE = "misses";
    static final long MAXIMUM = 10_000;

    private Misses() {
    }
}
