package io.quarkiverse.usecache.spi;

import java.util.List;

import io.quarkiverse.usecache.RevalidationMode;
import io.smallrye.mutiny.Uni;

/**
 * Tells one cache outside the application, such as a CDN, what was revalidated. A CDI bean with {@code @Identifier} and the
 * name of a target in {@code quarkus.use-cache.http.purge} that has no {@code type}.
 * <p>
 * It is asked after commit, in the order of the revalidations, and once at a time: each {@link Uni} is subscribed to when the
 * one before has ended, and cancelled when it has not ended in the time that the target is configured with. If it fails, is
 * cancelled or takes too long, the same is asked again later, perhaps with more tags, until it succeeds: to purge twice must be
 * harmless. What it throws is a failure too; {@link EdgePurgeException} says for how long to wait.
 * <p>
 * <b>No method blocks</b>: they are called on an event loop. A {@code Uni} may end on any thread.
 */
public interface EdgePurger {

    /**
     * Drops what was made with one of these tags.
     *
     * @param tags at least one and at most {@link #maximumTags()}, each once, as the application writes them: {@link TagText}
     *        says how they are written in headers
     * @param mode {@code STALE} if what is dropped may be served once more while it is fetched anew; a cache that cannot do
     *        that drops it
     * @param sequence the greatest sequence of the revalidations that these tags come from, 0 if none is known; it serves to
     *        tell people, and is no less than before unless the shared store has lost its log
     */
    Uni<Void> purge(List<String> tags, RevalidationMode mode, long sequence);

    /** Drops everything that comes from the application: a cache was cleared, or more tags had to wait than are kept. */
    Uni<Void> purgeEverything();

    /** How many tags one request may have. */
    default int maximumTags() {
        return 100;
    }
}
