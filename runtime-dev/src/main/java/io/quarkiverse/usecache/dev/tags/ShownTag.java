package io.quarkiverse.usecache.dev.tags;

import java.util.List;

/**
 * A tag, as Dev UI shows it.
 *
 * @param entries how many live entries carry it
 * @param functions the methods whose entries those are, in short
 * @param lastRevalidation {@code null} if it was not revalidated lately
 */
public record ShownTag(String tag, long entries, List<String> functions, LastRevalidation lastRevalidation) {
}
