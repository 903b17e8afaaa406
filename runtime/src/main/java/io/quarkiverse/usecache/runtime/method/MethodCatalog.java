package io.quarkiverse.usecache.runtime.method;

import java.util.List;

/** Every method the build found: recorded, and a bean at run time. */
public record MethodCatalog(List<CachedMethodDescriptor> cached, List<RevalidatingMethodDescriptor> revalidating,
        List<TaggingMethodDescriptor> tagging) {
}
