package org.acme.library;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.acme.library.Search.Since;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves what the methods of the shelf return, as text. */
@Singleton
class ShelfRoutes {

    private interface Answer {
        Object to(RoutingContext request) throws Exception;
    }

    private final Shelf shelf;
    private final Loans loans;
    private final TagCache tags;

    ShelfRoutes(Shelf shelf, Loans loans, TagCache tags) {
        this.shelf = shelf;
        this.loans = loans;
        this.tags = tags;
    }

    void add(@Observes Router router) {
        answer(router.get("/books/:title"), request -> shelf.book(request.pathParam("title")));
        answer(router.get("/authors/:author"), request -> find(request.pathParam("author")));
        answer(router.get("/shelves/:shelf"), request -> shelf.ofShelf(request.pathParam("shelf")));
        answer(router.get("/later/:title"),
                request -> shelf.later(request.pathParam("title")).await().atMost(Duration.ofSeconds(30)));
        answer(router.get("/typeless/:title"), request -> shelf.withoutType(request.pathParam("title")));
        answer(router.get("/unknown/:title"), request -> shelf.underUnknownKey(request.pathParam("title")));
        answer(router.get("/loans/:title"), request -> loans.lent(request.pathParam("title")));
        answer(router.post("/loans/:title"), request -> given(request.pathParam("title")));
        answer(router.get("/here"), request -> shelf.onThisNode());
        answer(router.post("/books/:title"), request -> changed(request.pathParam("title")));
    }

    private static void answer(Route route, Answer answer) {
        route.blockingHandler(request -> {
            try {
                request.end(answer.to(request).toString());
            } catch (Exception e) {
                request.fail(e);
            }
        });
    }

    private Object find(String author) {
        return shelf.find(new Search(author, Optional.of(new Since(1900)))).await().atMost(Duration.ofSeconds(30));
    }

    private String given(String title) {
        loans.give(title);
        return title;
    }

    /** Whether other nodes know it, its number, and the token. */
    private String changed(String title) {
        Revalidation revalidation = tags.revalidateTag("book:" + title);
        return revalidation.propagated() + " " + revalidation.sequence() + " " + revalidation.token();
    }
}
