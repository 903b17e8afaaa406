package io.quarkiverse.usecache.runtime.intercept;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.fill.FillScope;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.TaggingMethodDescriptor;
import io.quarkiverse.usecache.runtime.template.TagExpression;

/** Calls methods that are not cached themselves, and tags the cached call around them. */
@Singleton
public class TaggingCalls extends MethodCalls {

    @Inject
    TaggingCalls(MethodCatalog catalog) {
        super(calls(catalog));
    }

    private static Map<MethodId, MethodCall> calls(MethodCatalog catalog) {
        Map<MethodId, MethodCall> all = new HashMap<>();
        catalog.tagging().forEach(descriptor -> all.put(descriptor.id(), call(descriptor)));
        return all;
    }

    private static MethodCall call(TaggingMethodDescriptor descriptor) {
        List<TagExpression> tags = descriptor.tags().stream().map(TagExpression::new).toList();
        return invocation -> {
            FillScope around = FillScope.current();
            return around == null ? invocation.proceed()
                    : OnSuccess.of(descriptor.returns()).then(invocation.proceed(),
                            result -> around.addTags(tags, invocation.getParameters(), result));
        };
    }
}
