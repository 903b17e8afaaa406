package io.quarkiverse.usecache.test.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.QuarkusUnitTest;

/** What makes the identity when somebody asks for it may call private methods: they are run, and wait for nothing. */
@Timeout(60)
class LazyAugmentedUsersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = AugmentedUsers.application()
            .overrideConfigKey("quarkus.http.auth.proactive", "false");

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
