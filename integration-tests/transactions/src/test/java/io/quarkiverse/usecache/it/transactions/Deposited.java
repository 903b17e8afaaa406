package io.quarkiverse.usecache.it.transactions;

import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** A deposit that observers of every phase of its transaction hear of. */
record Deposited(Consumer<TransactionPhase> heard) {

    @ApplicationScoped
    static class Observers {

        void before(@Observes(during = TransactionPhase.BEFORE_COMPLETION) Deposited deposited) {
            deposited.heard().accept(TransactionPhase.BEFORE_COMPLETION);
        }

        void after(@Observes(during = TransactionPhase.AFTER_COMPLETION) Deposited deposited) {
            deposited.heard().accept(TransactionPhase.AFTER_COMPLETION);
        }

        void succeeded(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deposited deposited) {
            deposited.heard().accept(TransactionPhase.AFTER_SUCCESS);
        }

        void failed(@Observes(during = TransactionPhase.AFTER_FAILURE) Deposited deposited) {
            deposited.heard().accept(TransactionPhase.AFTER_FAILURE);
        }
    }
}
