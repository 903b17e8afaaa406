package io.quarkiverse.usecache.dev.tags;

import java.util.List;

/**
 * Some of the tags that match.
 *
 * @param total how many match in all
 */
public record TagPage(long total, List<ShownTag> tags) {
}
