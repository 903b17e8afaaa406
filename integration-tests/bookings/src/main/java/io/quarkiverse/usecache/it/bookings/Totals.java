package io.quarkiverse.usecache.it.bookings;

/**
 * The bookings of one type in numbers.
 *
 * @param onTime how many are at most 15 minutes late
 * @param averageDelay in minutes
 * @param worstDecile how many minutes nine of ten bookings are late at most
 */
public record Totals(String type, long bookings, long onTime, double averageDelay, int worstDecile) {
}
