package org.acme.library;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheResult;

/** Uses quarkus-cache. */
@ApplicationScoped
public class Loans {

    private final AtomicInteger reads = new AtomicInteger();

    @CacheResult(cacheName = "books")
    public Book lent(String title) {
        return new Book(title, List.of(), Optional.empty(), reads.incrementAndGet());
    }

    @CacheInvalidate(cacheName = "books")
    public void give(String title) {
        reads.incrementAndGet();
    }
}
