package io.quarkiverse.usecache.runtime.intercept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.quarkiverse.usecache.runtime.template.TagExpression;
import io.quarkiverse.usecache.runtime.template.TemplateFailure;

/** Calls methods that revalidate tags, and revalidates them when a method has succeeded. */
@Singleton
public class RevalidatingCalls extends MethodCalls {

    private static final Logger LOG = Logger.getLogger(RevalidatingCalls.class);

    private record Rule(RevalidationMode mode, List<TagExpression> tags) {
    }

    @Inject
    RevalidatingCalls(MethodCatalog catalog, TagCache tagCache) {
        super(calls(catalog, tagCache));
    }

    private static Map<MethodId, MethodCall> calls(MethodCatalog catalog, TagCache tagCache) {
        Map<MethodId, MethodCall> all = new HashMap<>();
        catalog.revalidating().forEach(descriptor -> all.put(descriptor.id(), call(descriptor, tagCache)));
        return all;
    }

    private static MethodCall call(RevalidatingMethodDescriptor descriptor, TagCache tagCache) {
        List<Rule> rules = descriptor.rules().stream()
                .map(rule -> new Rule(rule.mode(), rule.tags().stream().map(TagExpression::new).toList())).toList();
        return invocation -> OnSuccess.of(descriptor.returns()).then(invocation.proceed(),
                result -> rules.forEach(rule -> revalidate(tagCache, rule, descriptor, invocation.getParameters(), result)));
    }

    private static void revalidate(TagCache tagCache, Rule rule, RevalidatingMethodDescriptor descriptor, Object[] arguments,
            Object result) {
        List<String> tags = new ArrayList<>();
        for (TagExpression expression : rule.tags()) {
            try {
                expression.addTo(arguments, result, tags::add);
            } catch (TemplateFailure e) {
                LOG.errorf(e, "[%s] succeeded, but did not revalidate what one of its tags names. Revalidate it with TagCache.",
                        descriptor.id());
            }
        }
        tags.removeIf(RevalidatingCalls::cannotBeCarried);
        if (!tags.isEmpty()) {
            tagCache.revalidateTag(rule.mode(), tags.toArray(String[]::new));
        }
    }

    /** No entry has a tag that breaks the rules, so there is nothing to revalidate. */
    private static boolean cannotBeCarried(String tag) {
        return TagRule.problemWith(tag) != null;
    }
}
