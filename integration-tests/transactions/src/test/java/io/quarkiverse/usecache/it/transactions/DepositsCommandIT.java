package io.quarkiverse.usecache.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;
import io.quarkus.test.junit.main.QuarkusMainLauncher;

/** The packaged application, jar or executable; what it prints is said at {@link DepositsCommand}. */
@QuarkusMainIntegrationTest
@Timeout(60)
class DepositsCommandIT {

    /** Is set by a launch. */
    PostgresqlServer postgresql;

    @Test
    void onH2(QuarkusMainLauncher launcher) {
        assertThat(launcher.launch("H2_READ_COMMITTED", "H2_REPEATABLE_READ").getOutputStream())
                .contains("H2_READ_COMMITTED: [0, 1, 1, 1]", "H2_REPEATABLE_READ: [0, 1, 1, 1]");
    }

    @Test
    void onPostgresql(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch("POSTGRESQL_READ_COMMITTED", "POSTGRESQL_REPEATABLE_READ");

        assumeTrue(postgresql.problem() == null, () -> "PostgreSQL does not start here: " + postgresql.problem());
        assertThat(result.getOutputStream())
                .contains("POSTGRESQL_READ_COMMITTED: [0, 1, 1, 1]", "POSTGRESQL_REPEATABLE_READ: [0, 1, 1, 1]");
    }
}
