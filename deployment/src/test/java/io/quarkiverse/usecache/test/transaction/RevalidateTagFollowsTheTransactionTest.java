package io.quarkiverse.usecache.test.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** The end of the transaction decides, however the method ended; without one, the method's own end. */
@Timeout(60)
class RevalidateTagFollowsTheTransactionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Journal.class)
            .addClass(OtherThread.class)).overrideConfigKey("quarkus.log.category.\"com.arjuna\".level", "ERROR");

    @Inject
    Journal journal;

    @Inject
    TagCache tagCache;

    @Inject
    UserTransaction userTransaction;

    int page;

    @BeforeEach
    void load() {
        tagCache.clearAll();
        page = journal.page();
    }

    @Test
    void aCheckedExceptionThatCommitsRevalidates() {
        assertThatThrownBy(() -> journal.write(new TimeoutException("committed"))).hasMessage("committed");

        assertRevalidated();
    }

    @Test
    void soDoesAnUncheckedOneThatCommits() {
        assertThatThrownBy(() -> journal.write(new IllegalStateException("committed"))).hasMessage("committed");

        assertRevalidated();
    }

    @Test
    void anExceptionThatRollsBackDoesNot() {
        assertThatThrownBy(() -> journal.write(new IOException("rolled back"))).hasMessage("rolled back");
        assertThatThrownBy(() -> journal.write(new IllegalArgumentException("too"))).hasMessage("too");

        assertKept();
    }

    @Test
    void withoutATransactionAFailureDoesNot() {
        assertThatThrownBy(() -> journal.writeWithoutTransaction(new IOException("failed"))).hasMessage("failed");

        assertKept();
    }

    @Test
    void aFailureInTheTransactionOfTheCallerDoesWhenThatCommits() throws Exception {
        userTransaction.begin();
        assertThatThrownBy(() -> journal.writeWithoutTransaction(new IOException("failed"))).hasMessage("failed");
        assertThat(OtherThread.call(journal::page)).isEqualTo(page);
        userTransaction.commit();

        assertRevalidated();
    }

    @Test
    void aMethodThatEndsTheTransactionOfItsCallDefersToThatOneAndNotToTheNext() throws Exception {
        userTransaction.begin();
        journal.writeAndBeginAnotherTransaction();
        userTransaction.rollback();

        assertRevalidated();
    }

    @Test
    void whatCanBeReadOnlyInTheTransactionIsReadInIt() {
        journal.writeLazily();

        assertRevalidated();
    }

    @Test
    void aStageThatEndsOnAnotherThreadDefersToTheTransactionOfItsCall() throws Exception {
        CompletableFuture<Integer> writing = new CompletableFuture<>();
        userTransaction.begin();
        CompletableFuture<Integer> written = journal.writeInStage(writing).toCompletableFuture();
        OtherThread.call(() -> writing.complete(1));
        assertThat(written).isCompletedWithValue(1);
        assertThat(OtherThread.call(journal::page)).isEqualTo(page);
        userTransaction.commit();

        assertRevalidated();
    }

    @Test
    void andIsDroppedWithIt() throws Exception {
        userTransaction.begin();
        Uni<Integer> written = journal.writeLater(() -> Uni.createFrom().item(1));
        OtherThread.call(() -> written.await().indefinitely());
        userTransaction.rollback();

        assertKept();
    }

    @Test
    void aUniThatIsCancelledMayHaveTakenEffect() {
        Cancellable subscription = journal.writeLater(() -> Uni.createFrom().nothing()).subscribe().with(item -> {
        });
        assertKept();
        subscription.cancel();

        assertRevalidated();
    }

    @Test
    void aFailedUniHasNot() {
        Uni<Integer> failing = journal.writeLater(() -> Uni.createFrom().failure(new IOException("failed")));
        assertThatThrownBy(() -> failing.await().indefinitely()).hasRootCauseMessage("failed");

        assertKept();
    }

    @Test
    void aStageFailsWithItsOwnException() {
        CompletableFuture<Integer> failing = CompletableFuture.failedFuture(new IOException("failed"));

        assertThat(failureOf(journal.writeInStage(failing).toCompletableFuture())).isInstanceOf(IOException.class);
        assertKept();
    }

    @Test
    void aStageThatIsCancelledMayHaveTakenEffect() {
        CompletableFuture<Integer> writing = new CompletableFuture<>();
        CompletableFuture<Integer> written = journal.writeInStage(writing).toCompletableFuture();
        writing.cancel(true);

        assertThat(failureOf(written)).isInstanceOf(CancellationException.class);
        assertRevalidated();
    }

    @Test
    void nothingReturnedWhereAUniOrAStageShouldBeIsPassedOn() {
        assertThat(journal.writeLater(() -> null)).isNull();
        assertRevalidated();
        page = journal.page();
        assertThat(journal.writeInStage(null)).isNull();
        assertRevalidated();
    }

    private static Throwable failureOf(CompletableFuture<?> failed) {
        return failed.handle((item, failure) -> failure).orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void assertRevalidated() {
        assertThat(journal.page()).isNotEqualTo(page);
    }

    private void assertKept() {
        assertThat(journal.page()).isEqualTo(page);
    }
}
