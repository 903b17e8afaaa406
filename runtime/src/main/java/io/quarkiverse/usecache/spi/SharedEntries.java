package io.quarkiverse.usecache.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Entries as bytes, and leases that say which node loads one. Nothing here carries correctness: an entry says when it was
 * loaded and every reader judges it. So a copy that lags may answer, writes may be lost or come in any order, and any failure
 * is a miss.
 */
public interface SharedEntries {

    /** By as many bytes entries of different loads can be told apart. */
    int SEEN_BYTES = 256;

    /** The entry, if there is one. */
    CompletionStage<Optional<byte[]>> get(EntryKey key);

    /**
     * Tries to take the lease to load an entry, and reads the entry after that. A lease that the same token holds already, and
     * has not been released, counts as taken by another.
     *
     * @param token unique for each load, at least 64 random bits, and not {@code -}
     * @param duration after which the lease is over though nobody has released it
     */
    CompletionStage<LoadLease> lease(EntryKey key, String token, Duration duration);

    /**
     * As {@link #lease(EntryKey, String, Duration)}, for a caller who has seen an entry that will not do, and perhaps comes
     * again and again until another load has ended: the answer may leave that entry out.
     *
     * @param seen its first {@link #SEEN_BYTES} bytes, or all if it has fewer, which those of other loads do not share
     */
    default CompletionStage<LoadLease> lease(EntryKey key, String token, Duration duration, byte[] seen) {
        return lease(key, token, duration);
    }

    /**
     * Puts an entry in place of what is there, whatever that is.
     *
     * @param life after which it must not be given any more, and should be gone
     */
    CompletionStage<Void> publish(EntryKey key, byte[] entry, Duration life);

    /**
     * Gives a lease back, if that token still holds it.
     *
     * @param stored whether an entry was published; if not, others that wait are told for a second, by
     *        {@link LoadLease.State#FAILED}, so that they do not wait for each other one by one
     */
    CompletionStage<Void> release(EntryKey key, String token, boolean stored);
}
