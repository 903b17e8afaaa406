package io.quarkiverse.usecache.test.transaction;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkus.test.QuarkusUnitTest;

class RevalidateTagInTransactionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class)
            .addClass(OtherThread.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    UserTransaction userTransaction;

    @Inject
    Heard heard;

    int books;

    @BeforeEach
    void fill() {
        tagCache.clearAll();
        books = shop.books();
        Heard.TAGS.clear();
    }

    @Test
    void actsAfterTheTransactionThatTheMethodBegins() {
        int during = shop.update(() -> OtherThread.call(shop::books));

        assertThat(during).isEqualTo(books);
        assertThat(shop.books()).isNotEqualTo(books);
    }

    @Test
    void doesNotActWhenTheMethodFails() {
        assertThatThrownBy(() -> shop.update(() -> {
            throw new IllegalStateException("refused");
        })).hasMessage("refused");

        assertThat(shop.books()).isEqualTo(books);
    }

    @Test
    void waitsForTheTransactionAroundTheMethod() {
        requiringNew().run(() -> {
            shop.update(() -> null);
            assertThat(OtherThread.call(shop::books)).isEqualTo(books);
            assertThat(shop.books()).isNotEqualTo(books);
        });

        assertThat(shop.books()).isNotEqualTo(books);
    }

    @Test
    void isDroppedWithTheTransactionAroundTheMethod() throws Exception {
        userTransaction.begin();
        shop.update(() -> null);
        userTransaction.rollback();

        assertThat(shop.books()).isEqualTo(books);
    }

    @Test
    void doesNotWaitForTheTransactionThatAMethodWithItsOwnHasLeft() throws Exception {
        assertActsAtOnce(shop::updateInNewTransaction);
    }

    @Test
    void norForTheOneThatAMethodWithNoneHasLeft() throws Exception {
        assertActsAtOnce(shop::updateWithoutTransaction);
    }

    @Test
    void norForTheOneThatAnAsynchronousMethodHasLeft() throws Exception {
        assertActsAtOnce(() -> shop.updateInNewTransactionAsync().await().indefinitely());
    }

    @Test
    void norForOneThatCanOnlyRollBack() throws Exception {
        assertActsAtOnce(() -> {
            assertThatCode(userTransaction::setRollbackOnly).doesNotThrowAnyException();
            shop.updateInNewTransaction();
        });
    }

    private void assertActsAtOnce(Runnable update) throws Exception {
        userTransaction.begin();
        update.run();
        int newer = OtherThread.call(shop::books);
        userTransaction.rollback();

        assertThat(newer).isNotEqualTo(books);
        assertThat(shop.books()).isEqualTo(newer);
    }

    @Test
    void observersAreToldAfterTheCommitOnly() throws Exception {
        userTransaction.begin();
        tagCache.revalidateTag("rolled back");
        userTransaction.rollback();
        requiringNew().run(() -> {
            tagCache.revalidateTag("committed");
            tagCache.revalidateTag("committed too");
        });
        tagCache.revalidateTag("later");

        await().until(() -> Heard.TAGS.contains("later") && Heard.TAGS.size() >= 3);
        assertThat(Heard.TAGS).containsExactlyInAnyOrder("committed", "committed too", "later");
    }

    @ApplicationScoped
    static class Heard {

        static final List<String> TAGS = new CopyOnWriteArrayList<>();

        void revalidated(@ObservesAsync TagsRevalidated event) {
            TAGS.addAll(event.tags());
        }
    }
}
