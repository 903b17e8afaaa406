package io.quarkiverse.usecache.it.transactions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource.DataSourceLiteral;

/** The accounts in the databases, through plain JDBC. */
@ApplicationScoped
public class AccountTable {

    private static final Runnable NOTHING = () -> {
    };

    private final AtomicReference<Runnable> beforeNextRead = new AtomicReference<>(NOTHING);
    private final AtomicReference<Runnable> afterNextRead = new AtomicReference<>(NOTHING);

    @Inject
    @Any
    Instance<AgroalDataSource> dataSources;

    public void create(Database database) {
        execute(database, "CREATE TABLE IF NOT EXISTS account (id INT PRIMARY KEY, deposits BIGINT, receipt BIGINT)");
    }

    public void open(Database database, int account) {
        execute(database, "INSERT INTO account VALUES (?, 0, 0)", account);
    }

    public void deposit(Database database, int account, long receipt) {
        execute(database, "UPDATE account SET deposits = deposits + 1, receipt = ? WHERE id = ?", receipt, account);
    }

    public Balance read(Database database, int account) {
        return read(database, account, account).get(0);
    }

    /** Reads some accounts with one statement. */
    public List<Balance> read(Database database, int first, int last) {
        return read(database, first, last, "");
    }

    /** Waits for the transaction that has changed it. */
    public Balance readLocked(Database database, int account) {
        return read(database, account, account, " FOR UPDATE").get(0);
    }

    private List<Balance> read(Database database, int first, int last, String lock) {
        beforeNextRead.getAndSet(NOTHING).run();
        List<Balance> balances = query(database, first, last, lock);
        afterNextRead.getAndSet(NOTHING).run();
        return balances;
    }

    /** Lets a test hold a load before it reads from the database, or learn that it is about to. */
    public void beforeNextRead(Runnable pause) {
        beforeNextRead.set(pause);
    }

    /** Lets a test hold a load when it has read from the database and has not yet returned. */
    public void afterNextRead(Runnable pause) {
        afterNextRead.set(pause);
    }

    private List<Balance> query(Database database, int first, int last, String lock) {
        String sql = "SELECT id, deposits, receipt FROM account WHERE id BETWEEN ? AND ? ORDER BY id" + lock;
        try (Connection connection = connect(database);
                PreparedStatement statement = prepare(connection, sql, first, last);
                ResultSet rows = statement.executeQuery()) {
            List<Balance> balances = new ArrayList<>();
            while (rows.next()) {
                balances.add(new Balance(rows.getInt(1), rows.getLong(2), rows.getLong(3)));
            }
            return balances;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(Database database, String sql, Object... parameters) {
        try (Connection connection = connect(database);
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(Database database) throws SQLException {
        return dataSources.select(new DataSourceLiteral(database.dataSource())).get().getConnection();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
