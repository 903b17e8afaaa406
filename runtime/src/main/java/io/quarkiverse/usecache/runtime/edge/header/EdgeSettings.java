package io.quarkiverse.usecache.runtime.edge.header;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;

/**
 * The configuration of headers, checked.
 *
 * @param tags which tags leave the application
 * @param maximumAnswers how many are remembered
 */
public record EdgeSettings(Set<EdgeHeader> headers, Predicate<String> tags, long maximumAnswers) {

    /** An application that caches nothing tells nothing of it. */
    public static EdgeSettings of(UseCacheConfig config) {
        Set<EdgeHeader> headers = EnumSet.noneOf(EdgeHeader.class);
        config.http().headers().orElse(List.of()).forEach(name -> headers.add(EdgeHeader.named(name)));
        return new EdgeSettings(config.enabled() ? headers : Set.of(),
                config.http().tags().map(Pattern::asMatchPredicate).orElse(tag -> true), config.http().maximumAnswers());
    }

    public boolean areAny() {
        return !headers.isEmpty();
    }

    public boolean has(EdgeHeader header) {
        return headers.contains(header);
    }
}
