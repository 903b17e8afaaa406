package io.quarkiverse.usecache.deployment.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.TaggingMethodDescriptor;

/** The descriptors of the methods found so far. */
final class FoundMethods {

    private final List<CachedMethodDescriptor> cached = new ArrayList<>();
    private final List<RevalidatingMethodDescriptor> revalidating = new ArrayList<>();
    private final List<TaggingMethodDescriptor> tagging = new ArrayList<>();

    void add(CachedMethodDescriptor descriptor) {
        cached.add(descriptor);
    }

    void add(RevalidatingMethodDescriptor descriptor) {
        revalidating.add(descriptor);
    }

    void add(TaggingMethodDescriptor descriptor) {
        tagging.add(descriptor);
    }

    /** @param named the caches that are named anywhere */
    MethodCatalog catalog(Set<String> named) {
        return new MethodCatalog(List.copyOf(cached), List.copyOf(revalidating), List.copyOf(tagging), named);
    }
}
