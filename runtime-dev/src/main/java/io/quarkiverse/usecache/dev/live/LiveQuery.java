package io.quarkiverse.usecache.dev.live;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkiverse.usecache.dev.Choice;

/**
 * Which events to show.
 *
 * @param text part of the method's short name, of the key or of a tag, in small letters
 */
record LiveQuery(String text, Set<EventKind> kinds) implements Predicate<LiveEvent> {

    /** @param kinds their names with commas between them, or nothing for all */
    static LiveQuery of(String text, String kinds) {
        EnumSet<EventKind> chosen = EnumSet.noneOf(EventKind.class);
        if (kinds != null) {
            Arrays.stream(kinds.split(",")).forEach(kind -> Choice.of(EventKind.class, "kind", kind).ifPresent(chosen::add));
        }
        return new LiveQuery(text == null ? "" : text.strip().toLowerCase(Locale.ROOT),
                chosen.isEmpty() ? EnumSet.allOf(EventKind.class) : chosen);
    }

    @Override
    public boolean test(LiveEvent event) {
        return text.isEmpty() || texts(event).anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(text));
    }

    private static Stream<String> texts(LiveEvent event) {
        return event.tags() == null ? Stream.of(event.method() + event.key()) : event.tags().stream();
    }
}
