package io.quarkiverse.usecache.test.transaction;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.function.IntConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;

class RevalidationAtTheEndOfATransactionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class)
            .addClass(OtherThread.class)).overrideConfigKey("quarkus.log.category.\"com.arjuna\".level", "ERROR");

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    UserTransaction userTransaction;

    @Inject
    TransactionManager transactionManager;

    @Inject
    TransactionSynchronizationRegistry registry;

    @Inject
    Event<String> sold;

    int books;

    @BeforeEach
    void fill() {
        tagCache.clearAll();
        books = shop.books();
    }

    @Test
    void fromBeforeCompletionItActsAfterTheCommit() {
        requiringNew().run(() -> registry.registerInterposedSynchronization(new Before(() -> {
            tagCache.revalidateTag("books");
            assertThat(OtherThread.call(shop::books)).isEqualTo(books);
        })));

        assertThat(shop.books()).isNotEqualTo(books);
    }

    @Test
    void fromAfterCompletionItActsAtOnce() {
        int[] seen = new int[1];
        requiringNew().run(() -> registry.registerInterposedSynchronization(new After(status -> {
            tagCache.revalidateTag("books");
            seen[0] = shop.books();
        })));

        assertThat(seen[0]).isNotEqualTo(books);
        assertThat(shop.books()).isEqualTo(seen[0]);
    }

    @Test
    void afterARollbackTheApplicationMayStillRevalidate() throws Exception {
        userTransaction.begin();
        transactionManager.getTransaction().registerSynchronization(new After(status -> tagCache.revalidateTag("books")));
        userTransaction.rollback();

        assertThat(shop.books()).isNotEqualTo(books);
    }

    @Test
    void anObserverOfTheSuccessSeesItsEffect() {
        requiringNew().run(() -> {
            sold.fire("a book");
            tagCache.revalidateTag("books");
        });

        assertThat(Till.seenByAnother).isNotEqualTo(books);
        assertThat(Till.seen).isEqualTo(Till.seenByAnother);
        assertThat(shop.books()).isNotEqualTo(books);
    }

    @Test
    void itIsDroppedWhenTheTransactionTakesTooLong() throws Exception {
        userTransaction.setTransactionTimeout(1);
        userTransaction.begin();
        userTransaction.setTransactionTimeout(0);
        tagCache.revalidateTag("books");
        await().pollInSameThread().until(() -> userTransaction.getStatus() == Status.STATUS_ROLLEDBACK);
        assertThatThrownBy(userTransaction::commit).isNotNull();

        assertThat(shop.books()).isEqualTo(books);
    }

    @Test
    void aTransactionThatWasNotSeenToBeginIsFollowedFromThenOn() throws Exception {
        TransactionManager plain = com.arjuna.ats.jta.TransactionManager.transactionManager();
        plain.begin();
        tagCache.revalidateTag("books");
        assertThat(OtherThread.call(shop::books)).isEqualTo(books);
        plain.commit();
        int newer = shop.books();
        plain.begin();
        plain.setRollbackOnly();
        tagCache.revalidateTag("books");
        plain.rollback();

        assertThat(newer).isNotEqualTo(books).isEqualTo(shop.books());
    }

    record Before(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {
            action.run();
        }

        @Override
        public void afterCompletion(int status) {
        }
    }

    record After(IntConsumer action) implements Synchronization {

        @Override
        public void beforeCompletion() {
        }

        @Override
        public void afterCompletion(int status) {
            action.accept(status);
        }
    }

    @ApplicationScoped
    static class Till {

        static volatile int seen;
        static volatile int seenByAnother;

        @Inject
        Shop shop;

        void sold(@Observes(during = TransactionPhase.AFTER_SUCCESS) String item) {
            seenByAnother = OtherThread.call(shop::books);
            seen = shop.books();
        }
    }
}
