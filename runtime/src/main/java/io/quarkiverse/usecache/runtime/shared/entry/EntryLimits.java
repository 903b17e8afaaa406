package io.quarkiverse.usecache.runtime.shared.entry;

/**
 * What goes to the store and how long is waited for it, all times in nanoseconds.
 *
 * @param loadLease for how long others wait for a node that loads and is not heard of
 * @param joinTimeout for how long others wait at all
 * @param maximumSize the greatest size of an entry in bytes
 * @param maximumLife after which the store may drop any entry
 */
public record EntryLimits(long loadLease, long joinTimeout, long maximumSize, long maximumLife) {
}
