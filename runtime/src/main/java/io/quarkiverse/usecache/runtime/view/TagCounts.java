package io.quarkiverse.usecache.runtime.view;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.quarkiverse.usecache.runtime.view.CacheView.TagPage;
import io.quarkiverse.usecache.runtime.view.CacheView.TagQuery;
import io.quarkiverse.usecache.runtime.view.CacheView.TagSummary;

/**
 * Counts the entries of one page of tags, and remembers no more than the tags up to its end. A tag that belongs there does so
 * from its first entry on, so that all of its entries are counted.
 */
final class TagCounts {

    private static final class Count {

        private long entries;
        private final Set<Object> methods = new HashSet<>();

        TagSummary summary(String tag) {
            return new TagSummary(tag, entries, methods.stream().map(Object::toString).distinct().sorted().toList());
        }
    }

    private final String part;
    private final int offset;
    private final int end;
    private final TreeMap<String, Count> first = new TreeMap<>();
    private boolean more;

    TagCounts(TagQuery query) {
        this.part = query.text() == null ? "" : query.text().toLowerCase(Locale.ROOT);
        this.offset = query.offset();
        this.end = query.offset() + query.limit();
    }

    /** @param method what made the entry */
    void add(Collection<String> tags, Object method) {
        tags.forEach(tag -> add(tag, method));
    }

    private void add(String tag, Object method) {
        Count count = part.isEmpty() || tag.toLowerCase(Locale.ROOT).contains(part) ? count(tag) : null;
        if (count != null) {
            count.entries++;
            count.methods.add(method);
        }
    }

    /** The count of a tag, or {@code null} if the tag is behind the page. */
    private Count count(String tag) {
        if (first.size() == end && tag.compareTo(first.lastKey()) > 0) {
            more = true;
            return null;
        }
        Count count = first.computeIfAbsent(tag, unknown -> new Count());
        if (first.size() > end) {
            first.pollLastEntry();
            more = true;
        }
        return count;
    }

    TagPage page() {
        List<TagSummary> tags = first.entrySet().stream().skip(offset).map(this::summary).toList();
        return new TagPage(more, tags);
    }

    private TagSummary summary(Map.Entry<String, Count> counted) {
        return counted.getValue().summary(counted.getKey());
    }
}
