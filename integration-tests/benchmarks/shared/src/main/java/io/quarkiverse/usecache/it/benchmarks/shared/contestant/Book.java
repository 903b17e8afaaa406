package io.quarkiverse.usecache.it.benchmarks.shared.contestant;

import java.util.List;

/** A value of some 100 bytes as JSON. */
public record Book(String id, String title, List<String> authors, int pages) {

    public static Book of(String id) {
        return new Book(id, "The Book with the Number " + id, List.of("A. Writer", "B. Writer"), 320);
    }
}
