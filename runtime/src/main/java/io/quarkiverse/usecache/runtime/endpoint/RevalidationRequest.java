package io.quarkiverse.usecache.runtime.endpoint;

import java.util.List;
import java.util.Locale;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkiverse.usecache.runtime.endpoint.message.Shown;
import io.quarkiverse.usecache.runtime.tag.TagRule;

/**
 * Which tags a client wants to be revalidated, and how.
 *
 * @param count whether the client wants to know how many entries that concerns
 */
record RevalidationRequest(List<String> tags, RevalidationMode mode, boolean dryRun, boolean count) {

    private static final int MAXIMUM_TAGS = 1000;

    static RevalidationRequest of(Arguments arguments) {
        arguments.allow(List.of("tags", "mode", "dryRun", "count"));
        return new RevalidationRequest(tags(arguments), mode(arguments.text("mode")), arguments.flag("dryRun"),
                arguments.flag("count"));
    }

    private static List<String> tags(Arguments arguments) {
        List<String> tags = arguments.tags();
        if (tags.isEmpty()) {
            throw Problem.in("tags", "There is no tag to revalidate. Give at least one, as {\"tags\":[\"a\"]} in the body"
                    + " or as ?tag=a in the query.");
        }
        if (tags.size() > MAXIMUM_TAGS) {
            throw Problem.in("tags", "There are " + tags.size() + " tags, but one request may have at most " + MAXIMUM_TAGS
                    + ". Send several requests.");
        }
        for (int i = 0; i < tags.size(); i++) {
            check(tags.get(i), arguments.tagField(i));
        }
        return tags.stream().distinct().toList();
    }

    private static void check(String tag, String field) {
        String problem = TagRule.problemWith(tag);
        if (problem != null) {
            throw Problem.in(field, "Nothing was revalidated: " + problem + ".");
        }
    }

    private static RevalidationMode mode(String name) {
        if (name == null) {
            return RevalidationMode.EXPIRE;
        }
        for (RevalidationMode mode : RevalidationMode.values()) {
            if (text(mode).equals(name)) {
                return mode;
            }
        }
        throw Problem.in("mode", "There is no mode [" + Shown.text(name) + "]. There are [expire, stale].");
    }

    /** The mode as it is written in requests and answers. */
    static String text(RevalidationMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
