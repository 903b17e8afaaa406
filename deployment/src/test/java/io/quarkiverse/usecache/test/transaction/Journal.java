package io.quarkiverse.usecache.test.transaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.UserTransaction;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.mutiny.Uni;

/** Returns another number each time a page is read; writes end in every way there is. */
@ApplicationScoped
public class Journal {

    final AtomicInteger executions = new AtomicInteger();

    @Inject
    TransactionSynchronizationRegistry registry;

    @Inject
    UserTransaction transaction;

    /** Can be read only while a transaction is in progress, as a lazy association can. */
    public record Entry(Runnable reading) {

        public String getPage() {
            reading.run();
            return "page";
        }
    }

    @UseCache("pages")
    @CacheTag("page")
    public int page() {
        return executions.incrementAndGet();
    }

    @UseCache("pages")
    @CacheTag("page")
    public Uni<Integer> pageLater() {
        return Uni.createFrom().item(executions::incrementAndGet);
    }

    /** Rolls back what it has begun, and returns all the same. */
    @UseCache("pages")
    @Transactional(TxType.REQUIRES_NEW)
    public int pageInTransaction(boolean rollBack) {
        if (rollBack) {
            registry.setRollbackOnly();
        }
        return executions.incrementAndGet();
    }

    @Transactional(dontRollbackOn = IllegalStateException.class, rollbackOn = java.io.IOException.class)
    @RevalidateTag("page")
    public void write(Exception failure) throws Exception {
        if (failure != null) {
            throw failure;
        }
    }

    @RevalidateTag("page")
    public void writeWithoutTransaction(Exception failure) throws Exception {
        if (failure != null) {
            throw failure;
        }
    }

    @RevalidateTag("page")
    public void writeAndBeginAnotherTransaction() throws Exception {
        transaction.commit();
        transaction.begin();
    }

    @Transactional
    @RevalidateTag("{result.page}")
    public Entry writeLazily() {
        return new Entry(() -> {
            if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
                throw new IllegalStateException("too late to be read");
            }
        });
    }

    @RevalidateTag("page")
    public Uni<Integer> writeLater(Supplier<Uni<Integer>> writing) {
        return writing.get();
    }

    @RevalidateTag("page")
    public CompletionStage<Integer> writeInStage(CompletableFuture<Integer> writing) {
        return writing;
    }

    @Transactional
    @RevalidateTag("page")
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
