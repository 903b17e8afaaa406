package io.quarkiverse.usecache.it.transactions;

/**
 * The seeds of the histories. The system property {@code usecache.transactions.seeds} sets how many are tried,
 * {@code usecache.transactions.first} the first one.
 */
final class Seeds {

    static final long FIRST = Long.getLong("usecache.transactions.first", 1);
    static final long COUNT = Long.getLong("usecache.transactions.seeds", 3);

    private Seeds() {
    }
}
