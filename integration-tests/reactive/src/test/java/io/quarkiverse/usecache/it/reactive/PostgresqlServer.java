package io.quarkiverse.usecache.it.reactive;

import java.io.IOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL server for all tests. */
public class PostgresqlServer implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.start();
            return Map.of("quarkus.datasource.reactive.url", "postgresql://localhost:" + server.getPort() + "/postgres");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
