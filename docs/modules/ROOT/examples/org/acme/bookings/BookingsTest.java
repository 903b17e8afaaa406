package org.acme.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.test.CacheProbe;
import io.quarkiverse.usecache.test.ClearCaches;
import io.quarkiverse.usecache.test.TestClock;
import io.quarkus.test.junit.QuarkusTest;

// tag::probe[]
@QuarkusTest
@ClearCaches // <1>
class BookingsTest {

    @Inject
    Bookings bookings;

    @Inject
    CacheProbe cache;

    @Test
    void savingDropsWhatTheCustomerSees() {
        bookings.of(9);
        cache.assertHit(() -> bookings.of(9)); // <2>

        bookings.save(new Booking(9, 9, "Seaview", LocalDate.of(2030, 5, 1)));

        assertEquals(1, cache.assertLoad(() -> bookings.of(9)).size()); // <3>
        assertEquals(2, cache.of(Bookings.class, "of").loads()); // <4>
    }
    // end::probe[]

    // tag::clock[]
    @Inject
    TestClock clock;

    @Test
    void bookingsAreStaleAfterAnHour() {
        bookings.of(9);

        clock.advance(Duration.ofMinutes(59));
        cache.assertHit(() -> bookings.of(9));

        clock.advance(Duration.ofMinutes(2));
        cache.assertStaleHit(() -> bookings.of(9)); // <1>
        cache.awaitLoads(); // <2>
        cache.assertHit(() -> bookings.of(9));

        clock.advance(Duration.ofDays(2));
        cache.assertLoad(() -> bookings.of(9)); // <3>
    }
    // end::clock[]
}
