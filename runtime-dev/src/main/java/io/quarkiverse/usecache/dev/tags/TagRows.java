package io.quarkiverse.usecache.dev.tags;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.view.LiveEntries;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/** Collects the tags that live entries carry, and those that were revalidated lately. */
@Singleton
public class TagRows {

    /** What is counted of one tag. */
    private static final class Count {

        private long entries;
        private final Set<String> functions = new TreeSet<>();
    }

    private final LiveEntries live;
    private final FunctionNames names;
    private final LastRevalidations revalidations;

    @Inject
    TagRows(LiveEntries live, FunctionNames names, LastRevalidations revalidations) {
        this.live = live;
        this.names = names;
        this.revalidations = revalidations;
    }

    List<ShownTag> find(String text) {
        Map<String, LastRevalidation> last = revalidations.all();
        Map<String, Count> counts = new HashMap<>();
        last.keySet().forEach(tag -> counts.put(tag, new Count()));
        live.all().forEach(entry -> count(entry, counts));
        String part = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return counts.entrySet().stream()
                .filter(count -> count.getKey().toLowerCase(Locale.ROOT).contains(part))
                .map(count -> new ShownTag(count.getKey(), count.getValue().entries, List.copyOf(count.getValue().functions),
                        last.get(count.getKey())))
                .toList();
    }

    private void count(LiveEntry entry, Map<String, Count> counts) {
        String function = names.of(entry.method()).brief();
        entry.forEachTag(tag -> {
            Count count = counts.computeIfAbsent(tag, name -> new Count());
            count.entries++;
            count.functions.add(function);
        });
    }
}
