package io.quarkiverse.usecache.spi;

/**
 * Names an entry. The store keeps entries of other applications and versions apart.
 *
 * @param cache the cache's name
 * @param text the same on all nodes, of any length and with any characters. A store may keep a digest in its place: the whole
 *        text is in the entry, and compared
 */
public record EntryKey(String cache, String text) {
}
