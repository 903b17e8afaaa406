package io.quarkiverse.usecache.runtime.method;

import java.util.List;

import io.quarkiverse.usecache.runtime.template.TagTemplate;

/** What the build knows of a method that is not cached itself and adds its tags to the cached call around it. */
public record TaggingMethodDescriptor(MethodId id, ReturnKind returns, List<TagTemplate> tags) {
}
