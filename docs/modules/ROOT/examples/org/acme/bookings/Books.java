package org.acme.bookings;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.cache.CacheKey;

@ApplicationScoped
public class Books {

    private final Map<String, Book> repository = new ConcurrentHashMap<>();

    // tag::moved[]
    @UseCache("books") // <1>
    @CacheTag("book:{isbn}") // <2>
    public Book book(@CacheKey String isbn, boolean trace) { // <3>
        return repository.get(isbn);
    }

    @UseCache("books")
    @CacheTag("author:{author}")
    @CacheTag("book:{result[].isbn}") // <4>
    public List<Book> of(String author) {
        return repository.values().stream().filter(book -> book.author().equals(author)).toList();
    }

    @RevalidateTag({ "book:{book.isbn}", "author:{book.author}" }) // <5>
    public void save(Book book) {
        repository.put(book.isbn(), book);
    }
    // end::moved[]

    // tag::levels[]
    @UseCache("shelves") // <1>
    @CacheLife(revalidate = "10m", expire = "1h") // <2>
    @CacheTag("shelf:{name}")
    public List<Book> shelf(String name) {
        return List.copyOf(repository.values());
    }
    // end::levels[]

    public record Book(String isbn, String author, String title) {
    }
}
