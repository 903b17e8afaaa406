package io.quarkiverse.usecache.runtime.method;

import java.util.List;
import java.util.Set;

/**
 * Every method the build found: recorded, and a bean at run time.
 *
 * @param namedCaches the caches that the application names, for beans of other builds too
 */
public record MethodCatalog(List<CachedMethodDescriptor> cached, List<RevalidatingMethodDescriptor> revalidating,
        List<TaggingMethodDescriptor> tagging, Set<String> namedCaches) {
}
