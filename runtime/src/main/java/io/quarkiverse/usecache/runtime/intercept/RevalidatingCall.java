package io.quarkiverse.usecache.runtime.intercept;

import java.util.ArrayList;
import java.util.List;

import jakarta.interceptor.InvocationContext;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.intercept.OnEnd.Returned;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.tag.TagRule;
import io.quarkiverse.usecache.runtime.template.TagExpression;
import io.quarkiverse.usecache.runtime.template.TemplateFailure;
import io.quarkiverse.usecache.runtime.transaction.RunningTransaction;
import io.quarkiverse.usecache.runtime.transaction.Transactions;
import io.quarkus.runtime.BlockingOperationControl;

/**
 * Calls a method, and revalidates tags: at the end of the transaction in which the method runs, if there is one, however the
 * method ends, since an exception may well commit; else when the method has succeeded.
 */
final class RevalidatingCall implements MethodCall {

    private static final Logger LOG = Logger.getLogger(RevalidatingCall.class);
    private static final String KEY = RevalidatingCall.class.getName();

    private record Rule(RevalidationMode mode, List<TagExpression> tags) {
    }

    private final RevalidatingMethodDescriptor descriptor;
    private final OnEnd onEnd;
    private final List<Rule> rules;
    private final TagCache tagCache;
    private final Transactions transactions;

    RevalidatingCall(RevalidatingMethodDescriptor descriptor, OnEnd onEnd, TagCache tagCache, Transactions transactions) {
        this.descriptor = descriptor;
        this.onEnd = onEnd;
        this.rules = descriptor.rules().stream()
                .map(rule -> new Rule(rule.mode(), rule.tags().stream().map(TagExpression::new).toList())).toList();
        this.tagCache = tagCache;
        this.transactions = transactions;
    }

    @Override
    public Object invoke(InvocationContext invocation) throws Exception {
        RunningTransaction callers = transactions.current();
        invocation.getContextData().put(KEY, this);
        Returned returned = onEnd.proceed(invocation);
        RunningTransaction owner = owner(invocation, callers);
        return returned.then(ending -> {
            if (owner != null && (ending.succeeded() || ending.cancelled()) && owner(invocation, callers) != null) {
                revalidate(owner, invocation, ending);
            }
        });
    }

    /**
     * That which was not reached by {@link #inside}, which a Uni reaches only when it is subscribed to; one that the method has
     * begun by hand is still running.
     */
    private RunningTransaction owner(InvocationContext invocation, RunningTransaction callers) {
        Object ranIn = invocation.getContextData().get(KEY);
        if (callers == RunningTransaction.NONE && (ranIn == this || ranIn == callers)) {
            return transactions.current();
        }
        return ranIn == this ? callers : ranIn == RunningTransaction.NONE ? RunningTransaction.NONE : null;
    }

    /** The call that the invocation is part of, or {@code null}. */
    static RevalidatingCall around(InvocationContext invocation) {
        return invocation.getContextData().get(KEY) instanceof RevalidatingCall call ? call : null;
    }

    /** Calls the method where its transaction, if it has one, is in progress. */
    Object inside(InvocationContext invocation) throws Exception {
        RunningTransaction own = transactions.current();
        invocation.getContextData().put(KEY, own);
        if (own == RunningTransaction.NONE) {
            return invocation.proceed();
        }
        Returned returned;
        try {
            returned = onEnd.proceed(invocation);
        } catch (Throwable failure) {
            revalidate(own, invocation, new Ending(null, failure));
            throw failure;
        }
        return returned.then(ending -> revalidate(own, invocation, ending));
    }

    private void revalidate(RunningTransaction owner, InvocationContext invocation, Ending ending) {
        transactions.handTo(owner,
                () -> rules.forEach(rule -> revalidate(rule, invocation.getParameters(), ending.result())));
    }

    private void revalidate(Rule rule, Object[] arguments, Object result) {
        List<String> tags = new ArrayList<>();
        for (TagExpression expression : rule.tags()) {
            try {
                expression.addTo(arguments, result, tags::add);
            } catch (TemplateFailure e) {
                LOG.errorf(e, "[%s] did not revalidate what one of its tags names. Revalidate it with TagCache.",
                        descriptor.id());
            }
        }
        tags.removeIf(RevalidatingCall::cannotBeCarried);
        if (!tags.isEmpty()) {
            revalidate(rule.mode(), tags.toArray(String[]::new));
        }
    }

    /** The work is done, and must not fail for where it ends: a thread that must not block does not wait for other nodes. */
    private void revalidate(RevalidationMode mode, String... tags) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            tagCache.revalidateTag(mode, tags);
        } else {
            tagCache.revalidateTagAsync(mode, tags).subscribe().with(done -> LOG.debugf("Revalidated: [%s]", done),
                    failure -> LOG.errorf(failure, "[%s] did not revalidate its tags", descriptor.id()));
        }
    }

    /** No entry has a tag that breaks the rules, so there is nothing to revalidate. */
    private static boolean cannotBeCarried(String tag) {
        return TagRule.problemWith(tag) != null;
    }
}
