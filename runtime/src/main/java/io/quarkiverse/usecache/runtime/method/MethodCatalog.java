package io.quarkiverse.usecache.runtime.method;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every method the build found: recorded, and a bean at run time.
 *
 * @param namedCaches the caches that the application names, for beans of other builds too
 */
public record MethodCatalog(List<CachedMethodDescriptor> cached, List<RevalidatingMethodDescriptor> revalidating,
        List<TaggingMethodDescriptor> tagging, Set<String> namedCaches) {

    /** The same with caches that are named elsewhere. */
    public MethodCatalog naming(Set<String> more) {
        return new MethodCatalog(cached, revalidating, tagging,
                Stream.concat(namedCaches.stream(), more.stream()).collect(Collectors.toSet()));
    }
}
