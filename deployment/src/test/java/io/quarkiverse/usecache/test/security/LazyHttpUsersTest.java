package io.quarkiverse.usecache.test.security;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;

/** Users who become known when somebody asks, for which an event loop must not wait. */
class LazyHttpUsersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = HttpUsers.application()
            .overrideConfigKey("quarkus.http.auth.proactive", "false");

    @ParameterizedTest
    @ValueSource(strings = { "value", "uni", "stage" })
    void eachUserHasEntries(String path) {
        HttpUsers.assertThatEachUserHasEntries(path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "secret/value", "secret/uni", "secret/stage", "secret/endpoint" })
    void aUserWithoutTheRoleIsRefusedOnMissAndHit(String path) {
        HttpUsers.assertThatOnlyAliceIsAnswered(path);
    }
}
