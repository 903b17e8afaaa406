package io.quarkiverse.usecache.deployment.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.TaggingMethodDescriptor;

/** The descriptors of the methods found so far. */
final class FoundMethods {

    private final List<CachedMethodDescriptor> cached = new ArrayList<>();
    private final Map<MethodId, Type> values = new HashMap<>();
    private final List<RevalidatingMethodDescriptor> revalidating = new ArrayList<>();
    private final List<TaggingMethodDescriptor> tagging = new ArrayList<>();

    /** @param value the type of what is cached */
    void add(CachedMethodDescriptor descriptor, Type value) {
        cached.add(descriptor);
        values.put(descriptor.id(), value);
    }

    void add(RevalidatingMethodDescriptor descriptor) {
        revalidating.add(descriptor);
    }

    void add(TaggingMethodDescriptor descriptor) {
        tagging.add(descriptor);
    }

    /** The types of what the cached methods return. */
    Map<MethodId, Type> values() {
        return Map.copyOf(values);
    }

    /** @param named the caches that are named anywhere */
    MethodCatalog catalog(Set<String> named) {
        return new MethodCatalog(List.copyOf(cached), List.copyOf(revalidating), List.copyOf(tagging), named);
    }
}
