package org.acme.bookings;

import static io.quarkiverse.usecache.CachedCall.cacheLife;
import static io.quarkiverse.usecache.CachedCall.cacheTag;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.EntryRemoved;
import io.quarkiverse.usecache.RequestView;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;

@ApplicationScoped
public class Stock {

    private static final Logger log = Logger.getLogger(Stock.class);

    private final Warehouse warehouse = isbn -> isbn.length();

    @Inject
    TagCache tagCache;

    int left(String isbn) throws Exception {
        // tag::get[]
        int left = tagCache.get("stock", isbn, Integer.class, () -> { // <1>
            cacheTag("book:" + isbn); // <2>
            cacheLife("minutes");
            return warehouse.count(isbn);
        });
        // end::get[]
        return left;
    }

    // tag::removed[]
    void removed(@ObservesAsync EntryRemoved removed) { // <1>
        log.debugf("%s%s %s", removed.function(), removed.key(), removed.cause()); // <2>
    }
    // end::removed[]

    void drop() {
        // tag::clear[]
        tagCache.clear("prices"); // <1>
        tagCache.clearAll(); // <2>
        // end::clear[]
    }

    void read(String token) {
        // tag::await[]
        if (!tagCache.await(token)) {
            log.debug("Redis is away, or has lost it: what is cached here may be older");
        }
        // end::await[]
    }

    // tag::profile[]
    @UseCache
    @CacheLife("hours")
    // end::profile[]
    public int counted(String isbn) {
        return warehouse.count(isbn);
    }

    interface Warehouse {
        int count(String isbn);
    }

    @RequestScoped
    public static class RequestCache {

        // tag::view[]
        @Inject
        RequestView view;

        @PostConstruct
        void begin() {
            view.beginsNow(); // <1>
        }
        // end::view[]
    }
}
