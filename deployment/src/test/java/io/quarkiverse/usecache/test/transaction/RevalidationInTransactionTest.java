package io.quarkiverse.usecache.test.transaction;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.TagCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;

class RevalidationInTransactionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class)
            .addClass(OtherThread.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    UserTransaction userTransaction;

    int books;
    int authors;

    @BeforeEach
    void fill() {
        tagCache.clearAll();
        books = shop.books();
        authors = shop.authors();
    }

    @Test
    void actsAfterTheCommit() {
        Revalidation promised = requiringNew().call(() -> {
            Revalidation revalidation = tagCache.revalidateTag("books");
            assertThat(readByAnother()).isEqualTo(books);
            return revalidation;
        });

        assertThat(promised.tags()).containsExactly("books");
        assertThat(shop.books()).isNotEqualTo(books);
        assertThat(shop.authors()).isEqualTo(authors);
    }

    @Test
    void actsWhenCommitReturns() throws Exception {
        userTransaction.begin();
        tagCache.revalidateTag("books");
        userTransaction.commit();

        assertThat(shop.books()).isNotEqualTo(books);
    }

    @Test
    void isDroppedOnRollback() throws Exception {
        userTransaction.begin();
        tagCache.revalidateTag("books");
        userTransaction.rollback();

        assertThat(shop.books()).isEqualTo(books);
    }

    @Test
    void isDroppedWhenTheTransactionCanOnlyRollBack() throws Exception {
        userTransaction.begin();
        userTransaction.setRollbackOnly();
        tagCache.revalidateTag("books");
        assertThat(shop.books()).isNotEqualTo(books);
        userTransaction.rollback();

        assertThat(shop.books()).isEqualTo(books);
    }

    @Test
    void isDroppedWhenTheMethodFails() {
        assertThatThrownBy(() -> shop.inTransaction(() -> {
            tagCache.revalidateTag("books");
            throw new IllegalStateException("refused");
        })).hasMessage("refused");

        assertThat(shop.books()).isEqualTo(books);
    }

    @Test
    void aTransactionInsideKeepsItsOwn() throws Exception {
        userTransaction.begin();
        tagCache.revalidateTag("authors");
        shop.revalidateInNewTransaction();

        int newBooks = shop.books();
        assertThat(newBooks).isNotEqualTo(books);
        assertThat(shop.authors()).isNotEqualTo(authors);
        userTransaction.rollback();

        assertThat(shop.books()).isNotEqualTo(books);
        assertThat(shop.authors()).isEqualTo(authors);
    }

    @Test
    void aTransactionInsideReadsWhatTheOuterOneHasNotRevalidatedYet() {
        requiringNew().run(() -> {
            tagCache.revalidateTag("books");
            requiringNew().run(() -> assertThat(shop.books()).isEqualTo(books));
            assertThat(shop.books()).isNotEqualTo(books);
        });
    }

    @Test
    void aSuspendedTransactionDoesNotDefer() {
        requiringNew().run(() -> QuarkusTransaction.suspendingExisting().run(() -> {
            tagCache.revalidateTag("books");
            assertThat(shop.books()).isNotEqualTo(books);
        }));
    }

    @Test
    void callsInTheTransactionGoPastWhatItWillRevalidate() throws Exception {
        userTransaction.begin();
        tagCache.revalidateTag("books");
        int first = shop.books();
        int second = shop.books();
        userTransaction.rollback();

        assertThat(first).isNotEqualTo(books);
        assertThat(second).isNotEqualTo(books).isNotEqualTo(first);
        assertThat(shop.books()).isEqualTo(books);
    }

    @Test
    void callsInTheTransactionStillReadTheRest() {
        requiringNew().run(() -> {
            tagCache.revalidateTag("books");
            assertThat(shop.authors()).isEqualTo(authors);
        });

        assertThat(shop.authors()).isEqualTo(authors);
    }

    @Test
    void callsInTheTransactionStoreNothingMore() {
        tagCache.clear("authors");
        int uncommitted = requiringNew().call(() -> {
            tagCache.revalidateTag("books");
            return shop.authors();
        });

        assertThat(shop.authors()).isNotEqualTo(uncommitted);
    }

    @Test
    void clearingACacheWaitsForTheCommit() {
        requiringNew().run(() -> {
            tagCache.clear("books");
            assertThat(readByAnother()).isEqualTo(books);
            assertThat(shop.books()).isNotEqualTo(books);
            assertThat(shop.authors()).isEqualTo(authors);
        });

        assertThat(shop.books()).isNotEqualTo(books);
        assertThat(shop.authors()).isEqualTo(authors);
    }

    @Test
    void clearingAllWaitsForTheCommit() throws Exception {
        userTransaction.begin();
        tagCache.clearAll();
        assertThat(shop.books()).isNotEqualTo(books);
        assertThat(shop.authors()).isNotEqualTo(authors);
        userTransaction.rollback();
        assertThat(shop.books()).isEqualTo(books);

        requiringNew().run(() -> tagCache.clearAll());
        assertThat(shop.books()).isNotEqualTo(books);
        assertThat(shop.authors()).isNotEqualTo(authors);
    }

    private int readByAnother() {
        return OtherThread.call(shop::books);
    }
}
