package io.quarkiverse.usecache.it.transactions;

import java.util.Locale;

/** A database at an isolation level. */
public enum Database {

    H2_READ_COMMITTED,
    H2_REPEATABLE_READ,
    POSTGRESQL_READ_COMMITTED,
    POSTGRESQL_REPEATABLE_READ;

    /** The name of its data source in the configuration. */
    public String dataSource() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isPostgresql() {
        return this == POSTGRESQL_READ_COMMITTED || this == POSTGRESQL_REPEATABLE_READ;
    }

    /** Whether a transaction sees the data as they were when it first read. */
    public boolean readsSnapshots() {
        return this == H2_REPEATABLE_READ || this == POSTGRESQL_REPEATABLE_READ;
    }
}
