package io.quarkiverse.usecache.it.benchmarks.entries;

import java.util.List;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.it.benchmarks.RunningApplication;
import io.quarkiverse.usecache.it.benchmarks.contestant.Products;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;

/** Entries that all carry one tag. */
@State(Scope.Benchmark)
public class TaggedEntries {

    @Param({ "10", "10000", "1000000" })
    int entries;

    TagCache load(RunningApplication application) {
        Products products = application.bean(Products.class);
        for (int i = 0; i < entries; i++) {
            products.byId("product-" + i);
        }
        requireAllLive(application.bean(CacheView.class));
        // What loading left behind is not collected while others are measured.
        System.gc();
        return application.bean(TagCache.class);
    }

    private void requireAllLive(CacheView view) {
        long live = view.entries(new EntryQuery(List.of(Products.TAG), null, 0, 0)).total();
        if (live != entries) {
            throw new IllegalStateException("The tag is on [" + live + "] entries instead of [" + entries + "].");
        }
    }
}
