package io.quarkiverse.usecache.runtime.shared;

/**
 * How a node takes part, all times in nanoseconds.
 *
 * @param lease for how long what is held may be served without a word from the log
 * @param available whether it is served without a lease too
 * @param replay for how long own revalidations are kept, to be sent again to a store that has lost them
 * @param maximumTags how many tags' numbers, and how many tags of own revalidations, are kept
 */
public record SharedSettings(String application, long lease, boolean available, long replay, int maximumTags) {
}
