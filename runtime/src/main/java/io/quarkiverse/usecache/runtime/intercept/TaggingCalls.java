package io.quarkiverse.usecache.runtime.intercept;

import java.util.List;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.load.LoadScope;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.TaggingMethodDescriptor;
import io.quarkiverse.usecache.runtime.suspend.Suspensions;
import io.quarkiverse.usecache.runtime.template.TagExpression;

/** Calls methods that are not cached themselves, and tags the cached call around them. */
@Singleton
public class TaggingCalls extends MethodCalls<TaggingMethodDescriptor> {

    private final Instance<Suspensions> suspensions;

    @Inject
    TaggingCalls(MethodCatalog catalog, Instance<Suspensions> suspensions) {
        super(catalog.tagging(), TaggingMethodDescriptor::id);
        this.suspensions = suspensions;
    }

    @Override
    MethodCall make(TaggingMethodDescriptor descriptor) {
        List<TagExpression> tags = descriptor.tags().stream().map(TagExpression::new).toList();
        OnEnd onEnd = OnEnd.of(descriptor.returns(), suspensions::get);
        return invocation -> {
            LoadScope around = LoadScope.current();
            return around == null ? invocation.proceed()
                    : onEnd.proceed(invocation).then(ending -> {
                        if (ending.succeeded()) {
                            around.addTags(tags, invocation.getParameters(), ending.result());
                        }
                    });
        };
    }
}
