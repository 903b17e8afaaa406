package io.quarkiverse.usecache.test.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;

/** What makes the identity before the endpoint is called may call private methods: they are run, and wait for nothing. */
@Timeout(60)
class AugmentedUsersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = AugmentedUsers.application();

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "event-loop" })
    void rolesComeFromAPrivateMethod(String path) {
        AugmentedUsers.assertThatRolesAreFound(path);
    }

    @Test
    void aUserHasEntriesOnceTheIdentityIsMade() {
        AugmentedUsers.assertThatEntriesAreFoundAfterwards();
    }
}
