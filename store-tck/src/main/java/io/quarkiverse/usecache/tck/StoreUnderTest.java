package io.quarkiverse.usecache.tck;

import io.quarkiverse.usecache.spi.SharedStore;

/** One empty tag space of a store, and what can happen to it. */
public interface StoreUnderTest extends AutoCloseable {

    /** How many revalidations its log keeps: at least this many, and not ten times as many. */
    int LOG_ENTRIES = 20;
    /** For how many tags it keeps a number: at least this many, and not ten times as many. */
    int TAGS = 100;

    /** A node's store. It is closed by {@link #close()}. */
    SharedStore connect();

    /** The log and all that belongs to it are gone; entries are not. */
    void loseLog();

    @Override
    void close();
}
