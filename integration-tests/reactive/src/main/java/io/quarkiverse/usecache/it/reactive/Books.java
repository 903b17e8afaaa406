package io.quarkiverse.usecache.it.reactive;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Books, each method in the session and the transaction of its caller if there are such. */
@ApplicationScoped
public class Books {

    @WithTransaction
    public Uni<Void> add(int id, String title) {
        Book book = new Book();
        book.id = id;
        book.title = title;
        return book.persist().replaceWithVoid();
    }

    /** Is not cached. */
    @WithSession
    public Uni<String> read(int id) {
        return Book.<Book> findById(id).map(book -> book.title);
    }

    @UseCache
    @CacheTag("book:{id}")
    @WithSession
    public Uni<String> title(int id) {
        return Book.<Book> findById(id).map(book -> book.title);
    }

    /** Needs no session. */
    @UseCache
    public Uni<Object> shelf() {
        return Uni.createFrom().item(Object::new);
    }

    @WithTransaction
    @RevalidateTag("book:{id}")
    public Uni<Void> rename(int id, String title) {
        return Book.<Book> findById(id).invoke(book -> book.title = title).replaceWithVoid();
    }
}
