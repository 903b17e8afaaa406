package io.quarkiverse.usecache;

import java.util.List;

/**
 * The CDI event fired asynchronously after each revalidation has taken effect on this node; observe it with
 * {@link jakarta.enterprise.event.ObservesAsync}. An observer that fails changes nothing.
 *
 * @param tags the tags, each once, in the order given
 * @param mode what became of the entries
 * @param origin whether it was asked for on this node or on another
 */
public record TagsRevalidated(List<String> tags, RevalidationMode mode, Origin origin) {

    public TagsRevalidated {
        tags = List.copyOf(tags);
    }

    /** Where a revalidation comes from. */
    public enum Origin {
        /** This node. */
        LOCAL,
        /** Another node. */
        REMOTE
    }
}
