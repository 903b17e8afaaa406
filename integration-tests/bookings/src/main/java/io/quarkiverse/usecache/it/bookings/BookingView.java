package io.quarkiverse.usecache.it.bookings;

import java.time.LocalDateTime;

import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;

/**
 * What is cached and shown of a booking. A record, not the entity: cached values are shared by all callers, so nobody must be
 * able to change them.
 */
public record BookingView(long id, String type,
        @ProjectedFieldName("customer.id") String customerId, @ProjectedFieldName("customer.name") String customerName,
        String destination, LocalDateTime departure, int miles, int delay) {

    static BookingView of(Booking booking) {
        return new BookingView(booking.id, booking.type, booking.customer.id, booking.customer.name, booking.destination,
                booking.departure, booking.miles, booking.delay);
    }
}
