package io.quarkiverse.usecache.runtime.intercept;

import java.util.ArrayList;
import java.util.List;

import jakarta.interceptor.InvocationContext;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.quarkiverse.usecache.runtime.template.TagExpression;
import io.quarkiverse.usecache.runtime.template.TemplateFailure;
import io.quarkiverse.usecache.runtime.transaction.Transactions;

/** Calls a method, and revalidates tags when it has succeeded. */
final class RevalidatingCall implements MethodCall {

    private static final Logger LOG = Logger.getLogger(RevalidatingCall.class);

    private record Rule(RevalidationMode mode, List<TagExpression> tags) {
    }

    private final RevalidatingMethodDescriptor descriptor;
    private final OnSuccess onSuccess;
    private final List<Rule> rules;
    private final TagCache tagCache;
    private final Transactions transactions;

    RevalidatingCall(RevalidatingMethodDescriptor descriptor, TagCache tagCache, Transactions transactions) {
        this.descriptor = descriptor;
        this.onSuccess = OnSuccess.of(descriptor.returns());
        this.rules = descriptor.rules().stream()
                .map(rule -> new Rule(rule.mode(), rule.tags().stream().map(TagExpression::new).toList())).toList();
        this.tagCache = tagCache;
        this.transactions = transactions;
    }

    @Override
    public Object invoke(InvocationContext invocation) throws Exception {
        Object callers = transactions.current();
        return onSuccess.then(invocation.proceed(), result -> afterOwn(invocation, callers,
                () -> rules.forEach(rule -> revalidate(rule, invocation.getParameters(), result))));
    }

    /** A transaction of the method's own has ended by now, and the caller's may still be rolled back. */
    private void afterOwn(InvocationContext invocation, Object callers, Runnable revalidation) {
        if (MethodTransactionInterceptor.leftTransaction(invocation, callers)) {
            transactions.outside(revalidation);
        } else {
            revalidation.run();
        }
    }

    private void revalidate(Rule rule, Object[] arguments, Object result) {
        List<String> tags = new ArrayList<>();
        for (TagExpression expression : rule.tags()) {
            try {
                expression.addTo(arguments, result, tags::add);
            } catch (TemplateFailure e) {
                LOG.errorf(e, "[%s] succeeded, but did not revalidate what one of its tags names. Revalidate it with TagCache.",
                        descriptor.id());
            }
        }
        tags.removeIf(RevalidatingCall::cannotBeCarried);
        if (!tags.isEmpty()) {
            tagCache.revalidateTag(rule.mode(), tags.toArray(String[]::new));
        }
    }

    /** No entry has a tag that breaks the rules, so there is nothing to revalidate. */
    private static boolean cannotBeCarried(String tag) {
        return TagRule.problemWith(tag) != null;
    }
}
