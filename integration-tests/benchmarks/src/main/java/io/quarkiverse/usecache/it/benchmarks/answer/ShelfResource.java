package io.quarkiverse.usecache.it.benchmarks.answer;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.usecache.it.benchmarks.answer.Shelves.Book;
import io.smallrye.common.annotation.NonBlocking;

@Path("/shelves")
public class ShelfResource {

    private static final int SHELVES = 10;

    @Inject
    Shelves shelves;

    /** Ten hits with fifty tags together. On the event loop, where the work of a request is that of one thread. */
    @GET
    @NonBlocking
    @Path("/labels")
    public String labels() {
        int length = 0;
        for (int i = 0; i < SHELVES; i++) {
            length += shelves.label(i).length();
        }
        return String.valueOf(length);
    }

    /** One hit, and as much to render as is asked for. */
    @GET
    @Path("/books/{books}")
    public List<Book> books(int books) {
        return shelves.books(books);
    }
}
