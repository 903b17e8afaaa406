package io.quarkiverse.usecache.runtime.endpoint.changes;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.quarkiverse.usecache.RevalidationMode;
import io.vertx.core.json.JsonObject;

/**
 * A revalidation, numbered by this node.
 *
 * @param tags none if anything may have changed
 * @param events what clients are sent of each tag, once it was written
 */
record Change(long number, RevalidationMode mode, List<String> tags, String[] events) {

    Change(long number, RevalidationMode mode, List<String> tags) {
        this(number, mode, tags, new String[Math.max(1, tags.size())]);
    }

    /** The events for those that watch some tags, none if they need not know of it. */
    void tell(WatchedTags watched, StringBuilder text) {
        if (tags.isEmpty()) {
            text.append(event(0, () -> reset(number)));
        }
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.get(i);
            if (watched.match(tag)) {
                text.append(event(i, () -> event("change", new JsonObject().put("tag", tag).put("mode", modeName()), number)));
            }
        }
    }

    /** Written once for all clients, or more often where several begin at the same time, which does no harm. */
    private String event(int i, Supplier<String> text) {
        String event = events[i];
        if (event == null) {
            event = text.get();
            events[i] = event;
        }
        return event;
    }

    private String modeName() {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    static String reset(long number) {
        return event("reset", new JsonObject(), number);
    }

    private static String event(String name, JsonObject data, long number) {
        return "event: " + name + "\ndata: " + data.put("sequence", number).encode() + "\n\n";
    }
}
