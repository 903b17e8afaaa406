package io.quarkiverse.usecache.runtime.intercept;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.transaction.Transactions;

/** Calls methods that revalidate tags. */
@Singleton
public class RevalidatingCalls extends MethodCalls<RevalidatingMethodDescriptor> {

    private final TagCache tagCache;
    private final Transactions transactions;

    @Inject
    RevalidatingCalls(MethodCatalog catalog, TagCache tagCache, Transactions transactions) {
        super(catalog.revalidating(), RevalidatingMethodDescriptor::id);
        this.tagCache = tagCache;
        this.transactions = transactions;
    }

    @Override
    MethodCall make(RevalidatingMethodDescriptor descriptor) {
        return new RevalidatingCall(descriptor, tagCache, transactions);
    }
}
