package org.acme.bookings;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;

// tag::bookings[]
@ApplicationScoped
public class Bookings {

    @Inject
    BookingRepository repository;

    // tag::of[]
    @UseCache // <.>
    @CacheLife("hours") // <.>
    @CacheTag({ "bookings-data", "customer:{customerId}" }) // <.>
    public List<Booking> of(long customerId) {
        List<Booking> found = repository.findByCustomer(customerId);
        found.forEach(booking -> cacheTag("hotel:" + booking.hotel())); // <.>
        return found;
    }
    // end::of[]

    // tag::save[]
    @Transactional
    @RevalidateTag("customer:{booking.customerId}") // <.>
    public void save(Booking booking) {
        repository.persist(booking);
    }
    // end::save[]
}
// end::bookings[]
