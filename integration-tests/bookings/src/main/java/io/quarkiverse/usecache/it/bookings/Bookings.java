package io.quarkiverse.usecache.it.bookings;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.UseCache;

/** Reads bookings through the cache, and drops what shows a booking when it changes. */
@ApplicationScoped
public class Bookings {

    /** A list is tagged with each of its bookings and their customers, and an entry has at most 128 tags. */
    static final int LIMIT = 50;

    private final Executions executions;

    Bookings(Executions executions) {
        this.executions = executions;
    }

    @UseCache
    @CacheLife("hours")
    @CacheTag({ "bookings-data", "bookings:{type}" })
    public List<BookingView> byType(String type) {
        executions.record("byType", type);
        List<BookingView> found = Booking.ofType(type).page(0, LIMIT).list();
        found.forEach(booking -> cacheTag("booking:" + booking.id(), "customer:" + booking.customerId()));
        return found;
    }

    @UseCache
    @CacheLife("hours")
    @CacheTag({ "bookings-data", "customer:{customerId}", "booking:{result[].id}" })
    public List<BookingView> byCustomer(String customerId) {
        executions.record("byCustomer", customerId);
        return Booking.ofCustomer(customerId).page(0, LIMIT).list();
    }

    @UseCache
    @CacheLife("hours")
    @CacheTag({ "bookings-data", "booking:{id}", "customer:{result[].customerId}" })
    public Optional<BookingView> byId(long id) {
        executions.record("byId", id);
        return Booking.<Booking> findByIdOptional(id).map(BookingView::of);
    }

    /** Whoever asks next loads what shows this booking; all else stays cached. */
    @Transactional
    @RevalidateTag({ "booking:{id}", "totals:{result.type}" })
    public BookingView update(long id, int delay) {
        return store(id, delay);
    }

    /** As {@link #update}, but whoever asks next gets the old value at once, while the new one is loaded behind it. */
    @Transactional
    @RevalidateTag(value = { "booking:{id}", "totals:{result.type}" }, mode = RevalidationMode.STALE)
    public BookingView updateLater(long id, int delay) {
        return store(id, delay);
    }

    private BookingView store(long id, int delay) {
        Booking booking = Booking.<Booking> findByIdOptional(id)
                .orElseThrow(() -> new NoSuchElementException("There is no booking [" + id + "]."));
        booking.delay = delay;
        return BookingView.of(booking);
    }
}
