package io.quarkiverse.usecache.runtime.transaction;

/** What is revalidated at the end of a transaction. */
public interface AtCommit {

    /**
     * Keeps what is old from being served. This is done several times, before and after others hear of the end, because each of
     * them may call a cached method, and some only then drop old data of their own that a load may read.
     */
    void invalidate();

    /** Does it for the last time, once, and tells of it. */
    void complete();
}
