package org.acme.library;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.mutiny.Uni;

/** Counts how often each method runs. */
@ApplicationScoped
public class Shelf {

    @Inject
    TagCache tagCache;

    final AtomicInteger reads = new AtomicInteger();

    @UseCache("books")
    @CacheTag({ "books", "book:{title}" })
    public Book book(String title) {
        return new Book(title, List.of("a", "b"), Optional.of(Instant.EPOCH), reads.incrementAndGet());
    }

    @UseCache("books")
    @CacheTag("books")
    public Uni<Map<String, List<Book>>> find(Search search) {
        String author = search.author();
        return Uni.createFrom().item(() -> Map.of(author, List.of(
                new Book("of " + author, List.of(author), Optional.empty(), reads.incrementAndGet()))));
    }

    public List<Book> ofShelf(String shelf) throws Exception {
        return tagCache.get("books", shelf, new TypeLiteral<List<Book>>() {
        }, () -> List.of(new Book("of " + shelf, List.of(), Optional.empty(), reads.incrementAndGet())));
    }

    public Uni<Book> later(String title) {
        return tagCache.getAsync("books", title, Book.class,
                () -> Uni.createFrom().item(() -> new Book(title, List.of(), Optional.empty(), reads.incrementAndGet())));
    }

    public Book withoutType(String title) throws Exception {
        return tagCache.get("books", title, () -> new Book(title, List.of(), Optional.empty(), reads.incrementAndGet()));
    }

    /** The build knows nothing of this record, which is of a library without an index. */
    public Book underUnknownKey(String title) throws Exception {
        return tagCache.get("books", new Lifetime(Duration.ofDays(1), null, null), Book.class,
                () -> new Book(title, List.of(), Optional.empty(), reads.incrementAndGet()));
    }

    @UseCache("near")
    @CacheTag("books")
    public int onThisNode() {
        return reads.incrementAndGet();
    }
}
