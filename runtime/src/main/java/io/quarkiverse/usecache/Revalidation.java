package io.quarkiverse.usecache;

import java.util.List;

/**
 * What a revalidation did.
 *
 * @param tags the tags, each once, in the order given
 * @param mode what becomes of the entries
 * @param sequence the revalidation's logical time: a later one has a greater number; {@code 0} when it waits for the commit of
 *        the transaction in progress
 * @param propagated whether every node knows, or will before it serves an entry again; always {@code true} without a shared
 *        store
 * @param token names the moment after it for any node, see {@link TagCache#await(String)}; empty when it waits for a commit, or
 *        has not been propagated yet
 */
public record Revalidation(List<String> tags, RevalidationMode mode, long sequence, boolean propagated, String token) {

    public Revalidation {
        tags = List.copyOf(tags);
    }
}
