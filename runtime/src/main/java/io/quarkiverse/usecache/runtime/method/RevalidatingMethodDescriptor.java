package io.quarkiverse.usecache.runtime.method;

import java.util.List;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.template.TagTemplate;

/** What the build knows of a method that revalidates tags: one rule for each mode used. */
public record RevalidatingMethodDescriptor(MethodId id, ReturnKind returns, List<Rule> rules) {

    /** The templates of the tags revalidated in one mode. */
    public record Rule(RevalidationMode mode, List<TagTemplate> tags) {
    }
}
