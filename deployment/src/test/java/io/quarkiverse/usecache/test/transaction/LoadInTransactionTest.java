package io.quarkiverse.usecache.test.transaction;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;

/** A transaction may see the data as they were when it began, whatever was committed and revalidated since. */
class LoadInTransactionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class)
            .addClass(OtherThread.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    UserTransaction userTransaction;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    @Test
    void whatATransactionalMethodLoadsIsAsOldAsItsBegin() {
        int old = shop.inTransaction(this::loadAfterARevalidation);

        assertThat(shop.books()).isNotEqualTo(old);
    }

    @Test
    void whatAProgrammaticTransactionLoadsIsAsOldAsItsBegin() {
        int old = requiringNew().call(this::loadAfterARevalidation);

        assertThat(shop.books()).isNotEqualTo(old);
    }

    @Test
    void whatAUserTransactionLoadsIsAsOldAsItsBegin() throws Exception {
        userTransaction.begin();
        int old = loadAfterARevalidation();
        userTransaction.commit();

        assertThat(shop.books()).isNotEqualTo(old);
    }

    @Test
    void aTransactionInsideIsAsOldAsItsOwnBegin() {
        int fresh = requiringNew().call(() -> {
            revalidateElsewhere();
            return requiringNew().call(shop::books);
        });

        assertThat(shop.books()).isEqualTo(fresh);
    }

    @Test
    void aLoadOutsideTheTransactionIsNotOld() {
        int fresh = requiringNew().call(() -> {
            revalidateElsewhere();
            return OtherThread.call(shop::books);
        });

        assertThat(shop.books()).isEqualTo(fresh);
    }

    @Test
    void otherTagsAreKept() {
        int authors = requiringNew().call(() -> {
            revalidateElsewhere();
            return shop.authors();
        });

        assertThat(shop.authors()).isEqualTo(authors);
    }

    @Test
    void aLoadBeginsItsTransactionAndAHitNone() throws Exception {
        assertThat(shop.loadInTransaction()).isEqualTo(Status.STATUS_ACTIVE);
        int begun = Begun.COUNT.get();

        shop.loadInTransaction();
        assertThat(Begun.COUNT).hasValue(begun);
        tagCache.clearAll();
        shop.loadInTransaction();
        assertThat(Begun.COUNT).hasValue(begun + 1);
    }

    @Test
    void aLoadIsKeptWhenItsTransactionCommits() {
        int committed = requiringNew().call(shop::books);

        assertThat(shop.books()).isEqualTo(committed);
    }

    @Test
    void aLoadDoesNotOutliveTheRollbackOfItsTransaction() throws Exception {
        int authors = shop.authors();
        userTransaction.begin();
        int uncommitted = shop.books();
        assertThat(shop.books()).isEqualTo(uncommitted);
        userTransaction.rollback();

        assertThat(shop.books()).isNotEqualTo(uncommitted);
        assertThat(shop.authors()).isEqualTo(authors);
    }

    @Test
    void norDoesWhatAnotherMadeOfIt() throws Exception {
        userTransaction.begin();
        int uncommitted = shop.books();
        assertThat(OtherThread.call(shop::catalog)).containsExactly(uncommitted);
        userTransaction.rollback();

        assertThat(shop.catalog()).doesNotContain(uncommitted).isSameAs(shop.catalog());
    }

    private int loadAfterARevalidation() {
        revalidateElsewhere();
        return shop.books();
    }

    private void revalidateElsewhere() {
        OtherThread.call(() -> tagCache.revalidateTag("books"));
    }

    @ApplicationScoped
    static class Begun {

        static final AtomicInteger COUNT = new AtomicInteger();

        void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) {
            COUNT.incrementAndGet();
        }
    }
}
