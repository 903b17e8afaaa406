package io.quarkiverse.usecache.runtime.intercept;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.RevalidatingMethodDescriptor;
import io.quarkiverse.usecache.runtime.suspend.Suspensions;
import io.quarkiverse.usecache.runtime.transaction.Transactions;

/** Calls methods that revalidate tags. */
@Singleton
public class RevalidatingCalls extends MethodCalls<RevalidatingMethodDescriptor> {

    private final TagCache tagCache;
    private final Transactions transactions;
    private final Instance<Suspensions> suspensions;

    @Inject
    RevalidatingCalls(MethodCatalog catalog, TagCache tagCache, Transactions transactions, Instance<Suspensions> suspensions) {
        super(catalog.revalidating(), RevalidatingMethodDescriptor::id);
        this.tagCache = tagCache;
        this.transactions = transactions;
        this.suspensions = suspensions;
    }

    @Override
    MethodCall make(RevalidatingMethodDescriptor descriptor) {
        return new RevalidatingCall(descriptor, OnEnd.of(descriptor.returns(), suspensions::get), tagCache, transactions);
    }
}
