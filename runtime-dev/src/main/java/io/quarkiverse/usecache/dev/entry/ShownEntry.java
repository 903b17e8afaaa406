package io.quarkiverse.usecache.dev.entry;

import java.util.List;

/**
 * An entry, as Dev UI shows it.
 *
 * @param id names it to the other methods
 * @param function its method
 * @param method the same in short
 * @param key the arguments that distinguish it
 * @param ageMillis time since its load began
 * @param expireMillis up to which age it is served, or {@code null} for ever
 * @param hits how often this value was handed out
 * @param fromElsewhere whether it came from the shared store, and the method did not run on this node
 * @param mutated whether somebody has changed the value since it was loaded
 */
public record ShownEntry(String id, String cache, String function, String method, String key, List<String> tags,
        EntryState state, long ageMillis, long staleMillis, long revalidateMillis, Long expireMillis,
        long hits, boolean fromElsewhere, boolean mutated) {
}
