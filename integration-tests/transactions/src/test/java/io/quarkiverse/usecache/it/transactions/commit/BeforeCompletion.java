package io.quarkiverse.usecache.it.transactions.commit;

import jakarta.transaction.Synchronization;

record BeforeCompletion(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {
        action.run();
    }

    @Override
    public void afterCompletion(int status) {
    }
}
