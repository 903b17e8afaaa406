package io.quarkiverse.usecache.runtime.shared;

/**
 * The store's time, in which loads of all nodes are dated, as this node's ticker. It is off by at most half a round trip, and
 * tells ages only.
 */
public final class StoreTime {

    private static final long NANOS_PER_MICRO = 1_000;

    private volatile long micros;
    private volatile long nanos;

    /** The store said its time between these two. */
    synchronized void said(long storeMicros, long sent, long received) {
        micros = storeMicros;
        nanos = sent + (received - sent) / 2;
    }

    public synchronized long microsAt(long ticker) {
        return micros + (ticker - nanos) / NANOS_PER_MICRO;
    }

    /** Further away than a clock can be is taken for as far as it can be. */
    public synchronized long tickerAt(long storeMicros) {
        long distance = storeMicros - micros;
        long limit = Long.MAX_VALUE / 4 / NANOS_PER_MICRO;
        return nanos + Math.max(-limit, Math.min(limit, distance)) * NANOS_PER_MICRO;
    }
}
