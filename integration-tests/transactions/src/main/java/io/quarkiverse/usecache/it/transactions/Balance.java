package io.quarkiverse.usecache.it.transactions;

/**
 * What an account holds.
 *
 * @param deposits how many deposits were made; those that are committed never become fewer
 * @param receipt names the last deposit, which may have been rolled back since
 */
public record Balance(int account, long deposits, long receipt) {
}
