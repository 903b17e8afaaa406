package io.quarkiverse.usecache.it.bookings;

import java.util.List;
import java.util.NoSuchElementException;

/** The types of bookings, by the distance flown. */
public final class BookingTypes {

    /** Less than 500 miles, less than 1500 miles, and more. */
    public static final List<String> ALL = List.of("short-haul", "medium-haul", "long-haul");

    private BookingTypes() {
    }

    /** Keeps made-up types away from the cache. */
    public static String existing(String type) {
        if (!ALL.contains(type)) {
            throw new NoSuchElementException("There is no type [" + type + "]. The types are " + ALL + ".");
        }
        return type;
    }
}
