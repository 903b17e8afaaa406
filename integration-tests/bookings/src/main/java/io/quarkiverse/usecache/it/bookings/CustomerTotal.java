package io.quarkiverse.usecache.it.bookings;

/** How many bookings of one type a customer has, and how late they are on average, in minutes. */
public record CustomerTotal(String customerId, String customerName, String city, long bookings, double averageDelay) {
}
