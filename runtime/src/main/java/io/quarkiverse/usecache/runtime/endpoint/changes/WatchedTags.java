package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.List;

import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.endpoint.message.Shown;

/** Tags, and beginnings of tags, which end with a star. */
record WatchedTags(List<String> patterns) {

    static final String ANY = "*";
    private static final int MOST = 128;

    boolean match(String tag) {
        return patterns.stream().anyMatch(pattern -> covers(pattern, tag));
    }

    /** Whether a pattern covers a tag, or all that another pattern covers. */
    private static boolean covers(String pattern, String other) {
        return pattern.endsWith(ANY) ? other.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(other);
    }

    /**
     * What a request asks for, all that may be watched if it asks for nothing.
     *
     * @throws Problem if it may not be watched
     */
    WatchedTags narrowedTo(List<String> wanted) {
        if (patterns.isEmpty()) {
            throw Problem.of(403, "No tag may be watched. Name those that may in quarkus.use-cache.endpoint.changes.tags.");
        }
        limit(wanted);
        wanted.stream().filter(tag -> !match(tag)).findFirst().ifPresent(tag -> {
            throw Problem.of(403, "The tag [" + Shown.text(tag)
                    + "] may not be watched. Those that may are in quarkus.use-cache.endpoint.changes.tags.");
        });
        return wanted.isEmpty() ? this : new WatchedTags(List.copyOf(wanted));
    }

    /** @throws Problem if there are more than one client can watch */
    static void limit(List<String> wanted) {
        if (wanted.size() > MOST) {
            throw Problem.in("tag", "There are " + wanted.size() + " tags, more than " + MOST
                    + ". Watch those with a common beginning by one, which ends with a star.");
        }
    }
}
