package io.quarkiverse.usecache.runtime.tag;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.RevalidationMode;

/** Makes revalidations take effect: on this node, and, if there is a shared store, on others after that. Thread-safe. */
public interface Revalidator {

    /** One revalidation. */
    interface Step {

        /** Acts on this node, before it returns. It may be repeated. */
        void here();

        /** Tells the other nodes, once, after it has acted here. The stage never fails. */
        CompletionStage<Told> elsewhere();

        /** As {@link #elsewhere}, of what a transaction has committed: its work is done, and does not fail any more. */
        default void committed() {
            elsewhere();
        }
    }

    /**
     * What became of it.
     *
     * @param sequence its logical time; 0 while others are not told
     * @param propagated whether the other nodes are told; if not, they will be
     * @param token names the moment after it for any node; empty while others are not told
     */
    record Told(long sequence, boolean propagated, String token) {
    }

    /** @param tags reserved ones among them clear caches */
    Step begin(RevalidationMode mode, List<String> tags);

    /** Whether there are other nodes, so that telling them may take time. */
    boolean tellsOthers();

    /**
     * The tags that clear all caches of the application.
     *
     * @param ofCaches those of the caches that this node knows
     */
    default List<String> tagsOfEverything(List<String> ofCaches) {
        return ofCaches;
    }

    /**
     * Whether this node has applied what a token names, after it has looked once if it had not. The stage never fails.
     */
    CompletionStage<Boolean> await(String token);
}
