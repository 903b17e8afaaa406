package io.quarkiverse.usecache.runtime.edge.header;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkiverse.usecache.runtime.tag.TagStamps;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.spi.TagText;

/**
 * Writes tags in headers. Answers are made of the same entries again and again, so what was written is kept, by the tags of
 * these entries.
 */
public final class TagHeaders {

    /** In characters. */
    private static final long MOST_TEXT = 4 * 1024 * 1024;

    /**
     * One of the headers that carry tags.
     *
     * @param problem why those who read it would not read all of it, or {@code null}
     */
    public record TagHeader(TagField field, String value, String problem) {
    }

    private final EdgeSettings settings;
    private final List<TagField> fields;
    private final Cache<List<TagStamps>, List<TagHeader>> written = Caffeine.newBuilder().maximumWeight(MOST_TEXT)
            .<List<TagStamps>, List<TagHeader>> weigher((tags, headers) -> weight(headers)).executor(Runnable::run).build();

    public TagHeaders(EdgeSettings settings) {
        this.settings = settings;
        this.fields = List.of(TagField.values()).stream().filter(field -> settings.has(field.header())).toList();
    }

    private static int weight(List<TagHeader> headers) {
        return 64 + headers.stream().mapToInt(header -> header.value().length()).sum();
    }

    /** @param tags of the entries that an answer was made of, which are compared by identity */
    public List<TagHeader> of(List<TagStamps> tags) {
        return fields.isEmpty() ? List.of() : written.get(tags, this::write);
    }

    private List<TagHeader> write(List<TagStamps> all) {
        List<String> tags = new ArrayList<>();
        all.forEach(some -> some.forEach(state -> addNamed(state, tags)));
        return write(tags, fields);
    }

    private static void addNamed(TagState state, List<String> tags) {
        if (state.isNamed()) {
            tags.add(state.tag());
        }
    }

    private List<TagHeader> write(Collection<String> tags, List<TagField> some) {
        Set<String> texts = new LinkedHashSet<>();
        tags.stream().filter(settings.tags()).map(TagText::of).forEach(texts::add);
        return texts.isEmpty() ? List.of() : some.stream().map(field -> write(field, texts)).toList();
    }

    private static TagHeader write(TagField field, Set<String> texts) {
        String value = field.value(texts);
        return new TagHeader(field, value, field.problemWith(texts, value));
    }

    /** Those that a request has revalidated, at most one header. */
    public List<TagHeader> ofRevalidated(Collection<String> tags) {
        return write(tags, List.of(TagField.CACHE_GROUPS));
    }
}
