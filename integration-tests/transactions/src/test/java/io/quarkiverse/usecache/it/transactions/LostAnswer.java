package io.quarkiverse.usecache.it.transactions;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** Takes part in a transaction together with a database, and gives no good answer when it is to commit. */
final class LostAnswer implements XAResource {

    private final int answer;
    private boolean lost;

    /** @param unknown whether nobody can say whether it has committed; the database does then, else it rolls back */
    LostAnswer(boolean unknown) {
        answer = unknown ? XAException.XA_HEURHAZ : XAException.XAER_RMERR;
    }

    /** Whether the commit fails for it, and the database may have committed all the same. */
    boolean isLost() {
        return lost;
    }

    @Override
    public int prepare(Xid xid) {
        return XA_OK;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        lost = true;
        throw new XAException(answer);
    }

    @Override
    public void rollback(Xid xid) {
    }

    @Override
    public void start(Xid xid, int flags) {
    }

    @Override
    public void end(Xid xid, int flags) {
    }

    @Override
    public void forget(Xid xid) {
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return this == other;
    }

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }
}
