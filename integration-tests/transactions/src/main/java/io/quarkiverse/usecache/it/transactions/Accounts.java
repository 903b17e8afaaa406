package io.quarkiverse.usecache.it.transactions;

import static io.quarkiverse.usecache.CachedCall.cacheTag;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;

/** Reads accounts, each call from the cache if it can be. */
@ApplicationScoped
public class Accounts {

    @Inject
    AccountTable table;

    @UseCache("balances")
    @CacheTag("{database}:{account}")
    public Balance balance(Database database, int account) {
        return table.read(database, account);
    }

    @UseCache("balances")
    @CacheTag("{database}:{account}")
    @Transactional(TxType.REQUIRES_NEW)
    public Balance balanceInItsOwnTransaction(Database database, int account) {
        return table.read(database, account);
    }

    /** Waits for a transaction that changes the account. */
    @UseCache("balances")
    @CacheTag("{database}:{account}")
    public Balance finalBalance(Database database, int account) {
        return table.readLocked(database, account);
    }

    /** Is made of other entries. */
    @UseCache("statements")
    public List<Balance> statement(Database database, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(account -> balance(database, account)).toList();
    }

    /** Gets its tags from the data. */
    @UseCache("overviews")
    public List<Balance> overview(Database database, int first, int last) {
        List<Balance> balances = table.read(database, first, last);
        balances.forEach(balance -> cacheTag(database + ":" + balance.account()));
        return balances;
    }
}
