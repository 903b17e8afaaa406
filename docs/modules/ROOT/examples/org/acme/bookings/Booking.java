package org.acme.bookings;

import java.time.LocalDate;

public record Booking(long id, long customerId, String hotel, LocalDate arrival) {
}
