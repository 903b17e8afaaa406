package org.acme.bookings;

import static io.quarkiverse.usecache.RevalidationMode.STALE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.TagsRevalidated;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class Newsroom {

    private static final Logger LOG = Logger.getLogger(Newsroom.class);

    // tag::bean[]
    @Inject
    TagCache tagCache;

    void priceListArrived(String hotel) { // <1>
        tagCache.revalidateTag("hotel:" + hotel, "hotels");
    }

    void everyMinute() {
        tagCache.revalidateTag(STALE, "headlines"); // <2>
    }

    Uni<Revalidation> onEventLoop() {
        return tagCache.revalidateTagAsync(STALE, "headlines"); // <3>
    }
    // end::bean[]

    // tag::event[]
    void onRevalidation(@ObservesAsync TagsRevalidated event) {
        LOG.debugf("Revalidated %s, mode %s, origin %s", event.tags(), event.mode(), event.origin());
    }
    // end::event[]
}
