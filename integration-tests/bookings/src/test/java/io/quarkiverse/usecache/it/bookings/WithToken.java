package io.quarkiverse.usecache.it.bookings;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Gives the packaged application a token for its endpoint, which it would not open without one. No secret: only tests use it.
 */
public class WithToken implements QuarkusTestProfile {

    public static final String TOKEN = "a-token-for-tests-only";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.use-cache.endpoint.token", TOKEN);
    }
}
