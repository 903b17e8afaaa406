package io.quarkiverse.usecache.test.transaction;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * What takes part in a transaction, and may refuse.
 *
 * @param prepare the error code of its vote, or 0 for a good one
 * @param commit the error code of its commit, or 0
 */
record Resource(int prepare, int commit) implements XAResource {

    /** The error code of what is no answer at all. */
    static final int BROKEN = Integer.MIN_VALUE;

    static final Resource GOOD = new Resource(0, 0);

    @Override
    public int prepare(Xid xid) throws XAException {
        throwIf(prepare);
        return XA_OK;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        throwIf(commit);
    }

    private static void throwIf(int error) throws XAException {
        if (error == BROKEN) {
            throw new AssertionError("broken");
        }
        if (error != 0) {
            throw new XAException(error);
        }
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
