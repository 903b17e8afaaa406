package io.quarkiverse.usecache.it.transactions;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.agroal.DataSource;

/** A database with few connections; a transaction keeps its own until it ends. */
@ApplicationScoped
class SmallPool {

    private final AtomicInteger loads = new AtomicInteger();

    @Inject
    @DataSource("small-pool")
    AgroalDataSource pool;

    @UseCache
    public int one() {
        loads.incrementAndGet();
        return read();
    }

    /** How many loads have begun. */
    public int loads() {
        return loads.get();
    }

    /** Is not cached. */
    public int read() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
