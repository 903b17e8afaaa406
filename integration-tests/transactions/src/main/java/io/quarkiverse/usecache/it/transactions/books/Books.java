package io.quarkiverse.usecache.it.transactions.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.it.transactions.Titles;

/** Through the entity manager of the default persistence unit. */
@ApplicationScoped
public class Books implements Titles {

    @Inject
    EntityManager entities;

    @Inject
    StatelessSession stateless;

    @Override
    @Transactional
    public void add(int id, String title) {
        Book book = new Book();
        book.id = id;
        book.title = title;
        entities.persist(book);
    }

    @Override
    public String read(int id) {
        return entities.find(Book.class, id).title;
    }

    @Override
    @UseCache("titles")
    @CacheTag("book:{id}")
    public String title(int id) {
        return read(id);
    }

    /** Is not cached. */
    public String readStateless(int id) {
        return stateless.createSelectionQuery("from Book where id = :id", Book.class).setParameter("id", id)
                .getSingleResult().title;
    }

    @UseCache("titles")
    @CacheTag("book:{id}")
    public String titleStateless(int id) {
        return readStateless(id);
    }

    @Override
    @Transactional
    @RevalidateTag("book:{id}")
    public void rename(int id, String title) {
        entities.find(Book.class, id).title = title;
    }
}
