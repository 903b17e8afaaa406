package io.quarkiverse.usecache.test.security;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;

/** Users who are known before the endpoint is called. */
class HttpUsersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = HttpUsers.application();

    @ParameterizedTest
    @ValueSource(strings = { "value", "event-loop", "uni", "stage" })
    void eachUserHasEntries(String path) {
        HttpUsers.assertThatEachUserHasEntries(path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret/value", "secret/uni", "secret/stage", "secret/endpoint" })
    void aUserWithoutTheRoleIsRefusedOnMissAndHit(String path) {
        HttpUsers.assertThatOnlyAliceIsAnswered(path);
    }
}
