package io.quarkiverse.usecache.dev.store;

import java.util.Map;

/**
 * How this node takes part in the shared store at this moment, and from where its calls were served since it started.
 *
 * @param state {@code running}, {@code lease-lost} or {@code away}
 * @param generation of the log of revalidations
 * @param applied up to which revalidation this node follows it
 * @param lag how many more there were when the store last answered
 * @param leaseMillis for how long this node may serve what it holds after it has heard from the store
 * @param leaseLeftMillis how much of that is left; negative if it is over
 * @param pending how many revalidations of this node the store has not acknowledged
 * @param knownTags of how many tags it knows when they were revalidated
 * @param resyncs how often it has begun anew, its start included
 * @param details what the store adds
 * @param nearHits calls that were served from the memory of this node (L1)
 * @param sharedHits values that came from the store (L2)
 * @param loads runs of methods
 */
public record NodeView(String state, String generation, long applied, long lag, long leaseMillis, long leaseLeftMillis,
        int pending, int knownTags, long resyncs, Map<String, String> details, long nearHits, long sharedHits, long loads) {
}
