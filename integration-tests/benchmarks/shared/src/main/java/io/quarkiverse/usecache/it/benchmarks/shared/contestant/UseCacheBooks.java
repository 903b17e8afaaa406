package io.quarkiverse.usecache.it.benchmarks.shared.contestant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;

/** The methods that are measured, cached by this extension. */
@Unremovable
@ApplicationScoped
public class UseCacheBooks {

    public static final String TAG = "books";

    /** In the memory of this node alone. */
    @UseCache("embedded")
    @CacheTag(TAG)
    public Book embedded(String id) {
        return Book.of(id);
    }

    /** In the memory of this node, and in Redis. */
    @UseCache("near")
    @CacheTag(TAG)
    public Book near(String id) {
        return Book.of(id);
    }

    /** In Redis: the memory of this node has place for one. */
    @UseCache("far")
    @CacheTag(TAG)
    public Book far(String id) {
        return Book.of(id);
    }

    @UseCache("far")
    @CacheTag(TAG)
    public Uni<Book> later(String id) {
        return Uni.createFrom().item(() -> Book.of(id));
    }
}
