package io.quarkiverse.usecache.test.transaction;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicInteger;

import javax.transaction.xa.XAException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** What is kept and what is dropped when a transaction ends in an unusual way, and what others see while it ends. */
@Timeout(60)
class OutcomeOfATransactionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Journal.class).addClass(OtherThread.class).addClass(Resource.class))
            .overrideConfigKey("quarkus.transaction-manager.object-store.directory", "target/object-store")
            .overrideConfigKey("quarkus.log.category.\"com.arjuna\".level", "OFF");

    @Inject
    Journal journal;

    @Inject
    TagCache tagCache;

    @Inject
    UserTransaction userTransaction;

    @Inject
    TransactionManager manager;

    @Inject
    TransactionSynchronizationRegistry registry;

    @Inject
    Event<String> written;

    @Inject
    SecondLevel secondLevel;

    int page;

    @BeforeEach
    void load() {
        tagCache.clearAll();
        page = journal.page();
    }

    @ParameterizedTest
    @ValueSource(ints = { XAException.XA_HEURRB, XAException.XA_HEURMIX, XAException.XAER_RMERR, XAException.XAER_RMFAIL,
            XAException.XA_RBROLLBACK })
    void whenTheOnlyResourceFailsToCommitItRevalidates(int error) throws Exception {
        endsWith(new Resource(0, error));

        assertRevalidated();
    }

    @ParameterizedTest
    @ValueSource(ints = { XAException.XA_HEURRB, XAException.XA_HEURMIX, XAException.XAER_RMERR, XAException.XAER_RMFAIL })
    void whenTheSecondOfTwoFailsToCommitItRevalidates(int error) throws Exception {
        endsWith(Resource.GOOD, new Resource(0, error));

        assertRevalidated();
    }

    @Test
    void whenTheSecondOfTwoRefusesItRevalidates() throws Exception {
        endsWith(Resource.GOOD, new Resource(XAException.XA_RBROLLBACK, 0));

        assertRevalidated();
    }

    @Test
    void whenTheTransactionManagerItselfFailsToCommitItRevalidates() throws Exception {
        endsWith(new Resource(0, Resource.BROKEN));
        manager.suspend();

        assertRevalidated();
        int newer = journal.page();
        assertThat(journal.page()).isEqualTo(newer);
    }

    @ParameterizedTest
    @ValueSource(ints = { XAException.XA_HEURMIX, XAException.XA_HEURHAZ, XAException.XAER_RMERR })
    void whatWasLoadedIsNotKeptIfNobodyKnowsWhetherItWasCommitted(int error) throws Exception {
        tagCache.clearAll();
        userTransaction.begin();
        manager.getTransaction().enlistResource(new Resource(0, error));
        page = journal.page();
        assertThatThrownBy(userTransaction::commit).isNotNull();

        assertRevalidated();
    }

    private void endsWith(Resource... resources) throws Exception {
        userTransaction.begin();
        for (Resource resource : resources) {
            manager.getTransaction().enlistResource(resource);
        }
        tagCache.revalidateTag("page");
        catchThrowable(userTransaction::commit);
    }

    @Test
    void anotherSynchronizationThatThrowsLosesNoRevalidation() {
        requiringNew().run(() -> {
            tagCache.revalidateTag("page");
            registry.registerInterposedSynchronization(new AfterEnd(OutcomeOfATransactionTest::fail));
        });
        assertRevalidated();
        page = journal.page();
        requiringNew().run(() -> {
            tagCache.revalidateTag("page");
            registry.registerInterposedSynchronization(new AfterEnd(() -> {
                throw new AssertionError("broken");
            }));
        });
        assertRevalidated();
    }

    @Test
    void norKeepsItWhatWasLoadedBeforeARollback() throws Exception {
        tagCache.clearAll();
        userTransaction.begin();
        int uncommitted = journal.page();
        registry.registerInterposedSynchronization(new AfterEnd(OutcomeOfATransactionTest::fail));
        userTransaction.rollback();

        assertThat(journal.page()).isNotEqualTo(uncommitted);
    }

    private static void fail() {
        throw new IllegalStateException("broken");
    }

    /** As Hibernate's second-level cache is, which evicts only after the commit. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void whatIsLoadedFromACacheThatIsBehindIsNotKept(boolean interposed) throws Exception {
        secondLevel.read();
        userTransaction.begin();
        AfterEnd eviction = new AfterEnd(() -> {
            OtherThread.call(secondLevel::read);
            SecondLevel.VALUE.incrementAndGet();
        });
        if (interposed) {
            registry.registerInterposedSynchronization(eviction);
        } else {
            manager.getTransaction().registerSynchronization(eviction);
        }
        tagCache.revalidateTag("second level");
        userTransaction.commit();

        assertThat(secondLevel.read()).isEqualTo(SecondLevel.VALUE.get());
    }

    @Test
    void observersOfEveryPhaseSeeWhatWasWritten() {
        journal.inTransaction(() -> {
            written.fire("a page");
            return null;
        });

        assertThat(Readers.before).isNotEqualTo(page);
        assertThat(Readers.after).isNotEqualTo(page);
        assertRevalidated();
    }

    @Test
    void whatAMethodLoadsInATransactionItRollsBackIsNotKept() {
        int rolledBack = journal.pageInTransaction(true);

        assertThat(journal.pageInTransaction(true)).isNotEqualTo(rolledBack);
        int committed = journal.pageInTransaction(false);
        assertThat(journal.pageInTransaction(false)).isEqualTo(committed);
    }

    @Test
    void whatIsLoadedInOneThatCanOnlyRollBackIsForItsCallerAlone() throws Exception {
        tagCache.clearAll();
        userTransaction.begin();
        userTransaction.setRollbackOnly();
        int lost = journal.page();
        int other = OtherThread.call(journal::page);
        userTransaction.rollback();

        assertThat(other).isNotEqualTo(lost).isEqualTo(journal.page());
    }

    @Test
    void aUniLooksAtTheTransactionInWhichItWasMade() throws Exception {
        int before = journal.pageLater().await().indefinitely();
        userTransaction.begin();
        tagCache.revalidateTag("page");
        Uni<Integer> made = journal.pageLater();
        int seen = OtherThread.call(() -> made.await().indefinitely());
        userTransaction.rollback();

        assertThat(seen).isNotEqualTo(before);
        assertThat(journal.pageLater().await().indefinitely()).isEqualTo(before);
    }

    @Test
    void aCommitThatIsRefusedBeforeItBeginsThrows() throws Exception {
        userTransaction.begin();
        userTransaction.setRollbackOnly();
        tagCache.revalidateTag("page");
        assertThatThrownBy(userTransaction::commit).isNotNull();

        assertThat(journal.page()).isEqualTo(page);
    }

    private void assertRevalidated() {
        assertThat(journal.page()).isNotEqualTo(page);
    }

    record AfterEnd(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {
        }

        @Override
        public void afterCompletion(int status) {
            action.run();
        }
    }

    @ApplicationScoped
    static class SecondLevel {

        static final AtomicInteger VALUE = new AtomicInteger();

        @UseCache
        @CacheTag("second level")
        public int read() {
            return VALUE.get();
        }
    }

    @ApplicationScoped
    static class Readers {

        static volatile int before;
        static volatile int after;

        @Inject
        Journal journal;

        void before(@Observes(during = TransactionPhase.BEFORE_COMPLETION) String page) {
            before = journal.page();
        }

        void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) String page) {
            after = OtherThread.call(journal::page);
        }
    }
}
