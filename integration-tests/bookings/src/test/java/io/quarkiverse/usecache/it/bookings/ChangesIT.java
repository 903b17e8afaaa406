package io.quarkiverse.usecache.it.bookings;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(WithToken.class)
class ChangesIT extends ChangesTest {
}
