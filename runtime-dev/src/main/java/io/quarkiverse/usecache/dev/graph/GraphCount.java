package io.quarkiverse.usecache.dev.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.dev.graph.CallGraph.Function;
import io.quarkiverse.usecache.dev.graph.CallGraph.Link;
import io.quarkiverse.usecache.dev.graph.CallGraph.Nested;
import io.quarkiverse.usecache.dev.graph.CallGraph.Tag;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/** Counts entries by method and by tag. */
final class GraphCount {

    private final FunctionNames names;
    private final Map<CachedMethod, Long> byMethod = new HashMap<>();
    private final Map<String, Map<CachedMethod, Long>> byTag = new HashMap<>();

    GraphCount(FunctionNames names) {
        this.names = names;
    }

    void add(LiveEntry entry) {
        byMethod.merge(entry.method(), 1L, Long::sum);
        entry.forEachTag(tag -> byTag.computeIfAbsent(tag, name -> new HashMap<>()).merge(entry.method(), 1L, Long::sum));
    }

    /** @param most how many tags a person can still see */
    CallGraph graph(int most, List<Nested> calls) {
        List<Tag> all = byTag.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue().values().stream().mapToLong(Long::longValue).sum()))
                .sorted(order()).toList();
        List<Tag> shown = all.subList(0, Math.min(most, all.size()));
        return new CallGraph(names.ordered().stream().map(this::function).toList(), shown,
                shown.stream().flatMap(tag -> byTag.get(tag.tag()).entrySet().stream()
                        .map(link -> new Link(names.of(link.getKey()).id(), tag.tag(), link.getValue()))).toList(),
                calls, all.size() - shown.size());
    }

    /** Of tags with as many entries, those of small families come first, which a thousand of another must not hide. */
    private Comparator<Tag> order() {
        Map<String, Long> families = byTag.keySet().stream()
                .collect(Collectors.groupingBy(GraphCount::family, Collectors.counting()));
        return Comparator.comparingLong(Tag::entries).reversed()
                .thenComparing(tag -> families.get(family(tag.tag()))).thenComparing(Tag::tag);
    }

    /** The tag up to its first colon: {@code customer:1} and {@code customer:2} are of one family. */
    private static String family(String tag) {
        int colon = tag.indexOf(':');
        return colon < 0 ? tag : tag.substring(0, colon + 1);
    }

    private Function function(CachedMethod method) {
        return new Function(names.of(method).id(), names.of(method).brief(),
                method.descriptor().tags().stream().map(TagTemplate::text).toList(), byMethod.getOrDefault(method, 0L));
    }
}
