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

class FollowedTransactionTest {

    private final AtomicInteger announcing = new AtomicInteger();
    private final AtomicInteger invalidated = new AtomicInteger();
    private final AtomicInteger revalidated = new AtomicInteger();
    private final FollowedTransaction transaction = new FollowedTransaction(new RevalidationClock(), announcing);

    @Test
    void revalidatesAfterTheCommit() {
        assertThat(defer()).isTrue();
        assertThat(announcing).hasValue(1);

        transaction.ended(Status.STATUS_COMMITTED);

        assertThat(revalidated).hasValue(1);
        assertThat(announcing).hasValue(0);
    }

    @Test
    void revalidatesWhenNobodyKnowsWhetherItWasCommitted() {
        defer();
        transaction.ended(Status.STATUS_UNKNOWN);
        assertThat(revalidated).hasValue(1);
    }

    @Test
    void dropsRevalidationsOnRollback() {
        defer();
        transaction.ended(Status.STATUS_ROLLEDBACK);
        assertThat(defer()).as("after it").isTrue();
        assertThat(revalidated).hasValue(0);
    }

    /** Another thread in the same transaction may commit it just before this one asks. */
    @Test
    void leavesARevalidationToItsCallerOnceItIsCommitted() {
        transaction.ended(Status.STATUS_COMMITTED);
        assertThat(defer()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = { Status.STATUS_ROLLEDBACK, Status.STATUS_UNKNOWN, Status.STATUS_MARKED_ROLLBACK })
    void whatItLoadedIsDroppedUnlessItIsSurelyCommitted(int status) {
        TagState loads = transaction.loads();
        transaction.ended(status);
        assertThat(loads.expiredAfter(0)).isTrue();
    }

    @Test
    void whatItLoadedStaysWhenItIsCommitted() {
        TagState loads = transaction.loads();
        transaction.ended(Status.STATUS_COMMITTED);
        assertThat(loads.expiredAfter(0)).isFalse();
    }

    @Test
    void aRollbackSaysNothingOnceACommitWasAttempted() {
        defer();
        transaction.committing();
        transaction.ended(Status.STATUS_ROLLEDBACK);
        assertThat(revalidated).hasValue(1);
        assertThat(defer()).as("after it").isFalse();
    }

    @Test
    void invalidatesAsOftenAsItIsToldOfItsEndAndCompletesOnce() {
        defer();
        transaction.ending(Status.STATUS_COMMITTED);
        transaction.ending(Status.STATUS_COMMITTED);
        transaction.ended(Status.STATUS_COMMITTED);
        assertThat(invalidated).hasValue(2);
        assertThat(revalidated).hasValue(1);
    }

    @Test
    void whatIsLoadedInItIsNotSharedOnceItHasEnded() {
        assertThat(transaction.view(1, true).shareable()).isTrue();
        assertThat(transaction.view(1, false).shareable()).isFalse();
        transaction.ended(Status.STATUS_ROLLEDBACK);
        assertThat(transaction.view(1, true).shareable()).isFalse();
    }

    private boolean defer() {
        return transaction.defer(pending -> pending.add(List.of("books")), new AtCommit() {
            @Override
            public void invalidate() {
                invalidated.incrementAndGet();
            }

            @Override
            public void complete() {
                revalidated.incrementAndGet();
            }
        });
    }
}
