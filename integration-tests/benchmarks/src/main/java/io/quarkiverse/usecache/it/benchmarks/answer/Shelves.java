package io.quarkiverse.usecache.it.benchmarks.answer;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;

/** Cached results that answers are made of. */
@Singleton
public class Shelves {

    /** What is on a shelf. */
    public record Book(int number, String title, String author, List<String> subjects, int pages) {

        static Book of(int number) {
            return new Book(number, "Title of book " + number, "Author of book " + number, List.of("fiction", "travel"),
                    100 + number);
        }
    }

    @UseCache
    @CacheTag("shelf:{number}")
    public String label(int number) {
        for (int i = 0; i < 4; i++) {
            cacheTag("book:" + number + "-" + i);
        }
        return "Shelf " + number;
    }

    @UseCache
    @CacheTag("shelf-of:{books}")
    public List<Book> books(int books) {
        return IntStream.range(0, books).mapToObj(Book::of).toList();
    }
}
