package io.quarkiverse.usecache.dev.graph;

import java.util.List;

/**
 * Which methods' entries carry which tags, and which cached methods call which.
 *
 * @param links what joins the two
 * @param hiddenTags how many tags with fewer entries are left out
 */
public record CallGraph(List<Function> functions, List<Tag> tags, List<Link> links, List<Nested> calls, long hiddenTags) {

    /** @param method in short */
    public record Function(String function, String method, List<String> templates, long entries) {
    }

    public record Tag(String tag, long entries) {
    }

    public record Link(String function, String tag, long entries) {
    }

    /** A cached method that has called another while it was loading. */
    public record Nested(String outer, String inner) {
    }
}
