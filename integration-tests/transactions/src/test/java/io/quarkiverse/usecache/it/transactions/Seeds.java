package io.quarkiverse.usecache.it.transactions;

/**
 * The seeds of the histories. The system property {@code usecache.transactions.seeds} sets how many are tried,
 * {@code usecache.transactions.first} the first one.
 */
public final class Seeds {

    public static final long FIRST = Long.getLong("usecache.transactions.first", 1);
    public static final long COUNT = Long.getLong("usecache.transactions.seeds", 3);

    private Seeds() {
    }
}
