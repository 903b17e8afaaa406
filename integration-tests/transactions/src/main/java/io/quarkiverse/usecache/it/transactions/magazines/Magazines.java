package io.quarkiverse.usecache.it.transactions.magazines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.it.transactions.Titles;

/** Through Panache, in a persistence unit with a name. */
@ApplicationScoped
public class Magazines implements Titles {

    @Override
    @Transactional
    public void add(int id, String title) {
        Magazine magazine = new Magazine();
        magazine.id = id;
        magazine.title = title;
        magazine.persist();
    }

    @Override
    public String read(int id) {
        return Magazine.<Magazine> findById(id).title;
    }

    @Override
    @UseCache("titles")
    @CacheTag("magazine:{id}")
    public String title(int id) {
        return read(id);
    }

    @Override
    @Transactional
    @RevalidateTag("magazine:{id}")
    public void rename(int id, String title) {
        Magazine.<Magazine> findById(id).title = title;
    }
}
