package io.quarkiverse.usecache.spi;

import java.util.Map;

/**
 * When tags were last revalidated, all of it from one moment.
 *
 * @param generation the generation of these numbers; empty if the store has none
 * @param clock the sequence of the last revalidation at that moment
 * @param tags for each tag that was asked for
 */
public record TagNumbers(String generation, long clock, Map<String, Numbers> tags) {

    public TagNumbers {
        tags = Map.copyOf(tags);
    }

    /**
     * The sequences of the last revalidations of one tag, or greater ones if those are not kept any more.
     *
     * @param expired of the last with mode EXPIRE; 0 for none
     * @param stale of the last with mode STALE; 0 for none
     */
    public record Numbers(long expired, long stale) {
    }
}
