package io.quarkiverse.usecache.test.transaction;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.mutiny.Uni;

/** Returns another number each time a method runs. */
@ApplicationScoped
public class Shop {

    private final AtomicInteger executions = new AtomicInteger();

    @Inject
    TagCache tagCache;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @UseCache("books")
    @CacheTag("books")
    public int books() {
        return executions.incrementAndGet();
    }

    @UseCache("authors")
    @CacheTag("authors")
    public int authors() {
        return executions.incrementAndGet();
    }

    /** Made of the books. */
    @UseCache("catalog")
    public List<Integer> catalog() {
        return List.of(books());
    }

    /** The status of the transaction in which it ran. */
    @UseCache("statuses")
    @Transactional
    public int loadInTransaction() {
        return transactions.getTransactionStatus();
    }

    @Transactional
    @RevalidateTag("books")
    public <T> T update(Supplier<T> during) {
        return during.get();
    }

    @Transactional(TxType.REQUIRES_NEW)
    @RevalidateTag("books")
    public void updateInNewTransaction() {
    }

    @Transactional(TxType.REQUIRES_NEW)
    @RevalidateTag("books")
    public Uni<Void> updateInNewTransactionAsync() {
        return Uni.createFrom().voidItem();
    }

    @Transactional(TxType.NOT_SUPPORTED)
    @RevalidateTag("books")
    public void updateWithoutTransaction() {
    }

    @Transactional
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void revalidateInNewTransaction() {
        tagCache.revalidateTag("books");
    }
}
