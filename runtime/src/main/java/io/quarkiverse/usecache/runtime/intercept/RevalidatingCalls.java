package io.quarkiverse.usecache.runtime.intercept;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.transaction.Transactions;

/** Calls methods that revalidate tags. */
@Singleton
public class RevalidatingCalls extends MethodCalls {

    @Inject
    RevalidatingCalls(MethodCatalog catalog, TagCache tagCache, Transactions transactions) {
        super(calls(catalog, tagCache, transactions));
    }

    private static Map<MethodId, MethodCall> calls(MethodCatalog catalog, TagCache tagCache, Transactions transactions) {
        Map<MethodId, MethodCall> all = new HashMap<>();
        catalog.revalidating()
                .forEach(descriptor -> all.put(descriptor.id(), new RevalidatingCall(descriptor, tagCache, transactions)));
        return all;
    }
}
