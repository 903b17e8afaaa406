package io.quarkiverse.usecache.it.transactions.commit;

import jakarta.transaction.Synchronization;

record AfterCompletion(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {
    }

    @Override
    public void afterCompletion(int status) {
        action.run();
    }
}
