package io.quarkiverse.usecache.it.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;

/** The packaged application, jar or executable; what it prints is said at {@link BooksCommand}. */
@QuarkusMainIntegrationTest
@WithTestResource(PostgresqlServer.class)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "only this server of PostgreSQL is at hand")
@Timeout(60)
class BooksCommandIT {

    @Test
    @Launch({})
    void aRevalidationActsAfterTheCommitAndNotAfterARollback(LaunchResult result) {
        assertThat(result.getOutputStream()).containsSubsequence("at first: old", "in a transaction: new",
                "after its commit: new", "in one that is rolled back: newer", "after that: new");
    }
}
