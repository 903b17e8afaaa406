package io.quarkiverse.usecache.runtime.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.transaction.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.TagState;

class JtaTransactionTest {

    private final AtomicInteger announcing = new AtomicInteger();
    private final AtomicInteger revalidated = new AtomicInteger();
    private final JtaTransaction transaction = new JtaTransaction(new RevalidationClock(), announcing);

    @Test
    void revalidatesAfterTheCommit() {
        assertThat(defer()).isTrue();
        assertThat(announcing).hasValue(1);

        transaction.afterCompletion(Status.STATUS_COMMITTED);

        assertThat(revalidated).hasValue(1);
        assertThat(announcing).hasValue(0);
    }

    @Test
    void revalidatesWhenNobodyKnowsWhetherItWasCommitted() {
        defer();
        transaction.afterCompletion(Status.STATUS_UNKNOWN);
        assertThat(revalidated).hasValue(1);
    }

    @Test
    void dropsRevalidationsOnRollback() {
        defer();
        transaction.afterCompletion(Status.STATUS_ROLLEDBACK);
        assertThat(defer()).as("after it").isTrue();
        assertThat(revalidated).hasValue(0);
    }

    /** Another thread in the same transaction may commit it just before this one asks. */
    @Test
    void leavesARevalidationToItsCallerOnceItIsCommitted() {
        transaction.afterCompletion(Status.STATUS_COMMITTED);
        assertThat(defer()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = { Status.STATUS_ROLLEDBACK, Status.STATUS_UNKNOWN, Status.STATUS_MARKED_ROLLBACK })
    void whatItLoadedIsDroppedUnlessItIsSurelyCommitted(int status) {
        TagState loads = transaction.loads();
        transaction.afterCompletion(status);
        assertThat(loads.expiredAfter(transaction.begun())).isTrue();
    }

    @Test
    void whatItLoadedStaysWhenItIsCommitted() {
        TagState loads = transaction.loads();
        transaction.afterCompletion(Status.STATUS_COMMITTED);
        assertThat(loads.expiredAfter(transaction.begun())).isFalse();
    }

    private boolean defer() {
        return transaction.defer(pending -> pending.add(List.of("books")), revalidated::incrementAndGet);
    }
}
