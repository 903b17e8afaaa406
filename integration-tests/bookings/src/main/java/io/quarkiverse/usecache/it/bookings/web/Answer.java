package io.quarkiverse.usecache.it.bookings.web;

import java.util.List;

/**
 * What an endpoint answers.
 *
 * @param content what was asked for
 * @param micros how long the call took, in microseconds
 * @param executed the bodies of cached methods that ran for it; none when everything was a hit
 */
public record Answer<T>(T content, long micros, List<String> executed) {
}
