package io.quarkiverse.usecache.spi;

import java.util.Map;

/**
 * A store that several nodes share: the entries, and the log of revalidations. A CDI bean with {@code @Identifier} and the name
 * that {@code quarkus.use-cache.store} gives.
 * <p>
 * <b>No method blocks</b>, and none needs the store to be there. Every stage that a store returns ends: with an answer, or with
 * a {@link SharedStoreException}, at the latest when the store's own time-out has passed. Stages may end on any thread, an
 * event loop included; what is done with them there does not block. All methods are thread-safe.
 */
public interface SharedStore extends AutoCloseable {

    /**
     * Opens a new connection to the log. A node uses one at a time: it closes one that is
     * {@linkplain SharedStoreException.Kind#LOST lost} and opens another, and ignores what a former one still answers. So a
     * store never repeats a command of its own accord over another connection.
     *
     * @param wakeUp to be called, on any thread, soon after the log has grown; it may be called for nothing, and nothing rests
     *        on its being called: a node pulls in any case, several times in the time for which it may serve entries
     */
    RevalidationLog open(Runnable wakeUp);

    /** The entries. The same object always; it reconnects by itself. */
    SharedEntries entries();

    /** What people should know of it, as far as it knows: shown in the health data, and in Dev UI. It does not ask for it. */
    default Map<String, String> details() {
        return Map.of();
    }

    /** Ends all connections; stages that have not ended then fail. */
    @Override
    void close();
}
