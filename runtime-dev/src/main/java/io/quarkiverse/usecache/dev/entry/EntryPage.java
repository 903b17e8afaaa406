package io.quarkiverse.usecache.dev.entry;

import java.util.List;

/**
 * Some of the entries that match.
 *
 * @param total how many match in all
 */
public record EntryPage(long total, List<ShownEntry> entries) {
}
