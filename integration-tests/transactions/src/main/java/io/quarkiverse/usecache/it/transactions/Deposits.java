package io.quarkiverse.usecache.it.transactions;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkiverse.usecache.RevalidateTag;

/** Changes accounts, in the transaction in progress or in a new one. */
@ApplicationScoped
public class Deposits {

    @Inject
    AccountTable table;

    @Transactional
    @RevalidateTag("{database}:{account}")
    public void deposit(Database database, int account, long receipt) {
        table.deposit(database, account, receipt);
    }

    @Transactional(TxType.REQUIRES_NEW)
    @RevalidateTag("{database}:{account}")
    public void depositInNewTransaction(Database database, int account, long receipt) {
        table.deposit(database, account, receipt);
    }

    /** Has no transaction of its own, but begins one. */
    @RevalidateTag("{database}:{account}")
    public void depositInTransactionByHand(Database database, int account, long receipt) {
        requiringNew().run(() -> table.deposit(database, account, receipt));
    }

    /** Changes the account and then does what is asked for, which makes it roll back by failing. */
    @Transactional(TxType.REQUIRES_NEW)
    @RevalidateTag("{database}:{account}")
    public void deposit(Database database, int account, long receipt, Runnable then) {
        table.deposit(database, account, receipt);
        then.run();
    }
}
