package io.quarkiverse.usecache.runtime.intercept;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.TaggingMethodDescriptor;
import io.quarkiverse.usecache.runtime.template.TagExpression;

/** Calls methods that are not cached themselves, and tags the cached call around them. */
@Singleton
public class TaggingCalls extends MethodCalls<TaggingMethodDescriptor> {

    @Inject
    TaggingCalls(MethodCatalog catalog) {
        super(catalog.tagging(), TaggingMethodDescriptor::id);
    }

    @Override
    MethodCall make(TaggingMethodDescriptor descriptor) {
        List<TagExpression> tags = descriptor.tags().stream().map(TagExpression::new).toList();
        OnEnd onEnd = OnEnd.of(descriptor.returns());
        return invocation -> {
            LoadScope around = LoadScope.current();
            return around == null ? invocation.proceed()
                    : onEnd.then(invocation.proceed(), ending -> {
                        if (ending.succeeded()) {
                            around.addTags(tags, invocation.getParameters(), ending.result());
                        }
                    });
        };
    }
}
