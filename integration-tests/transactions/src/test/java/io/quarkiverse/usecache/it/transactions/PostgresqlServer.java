package io.quarkiverse.usecache.it.transactions;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL server for all tests. Where it does not start, they learn why. */
public class PostgresqlServer implements QuarkusTestResourceLifecycleManager {

    static final String PROBLEM = "postgresql.problem";

    private EmbeddedPostgres server;
    private String problem;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException | RuntimeException e) {
            problem = e.toString();
            return Map.of(PROBLEM, problem);
        }
        return Stream.of(Database.values()).filter(Database::isPostgresql).collect(toMap(
                database -> "quarkus.datasource." + database.dataSource() + ".jdbc.url",
                database -> server.getJdbcUrl("postgres", "postgres")));
    }

    /** Why it does not start here; null if it does. */
    String problem() {
        return problem;
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(this, new TestInjector.MatchesType(PostgresqlServer.class));
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
