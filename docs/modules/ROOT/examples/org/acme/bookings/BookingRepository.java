package org.acme.bookings;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

/** Stands for a database; counts how often it is asked. */
@ApplicationScoped
public class BookingRepository {

    private final Map<Long, Booking> bookings = new ConcurrentHashMap<>();
    private final AtomicInteger queries = new AtomicInteger();

    public List<Booking> findByCustomer(long customerId) {
        queries.incrementAndGet();
        return bookings.values().stream().filter(booking -> booking.customerId() == customerId).toList();
    }

    public void persist(Booking booking) {
        bookings.put(booking.id(), booking);
    }

    public int queries() {
        return queries.get();
    }
}
