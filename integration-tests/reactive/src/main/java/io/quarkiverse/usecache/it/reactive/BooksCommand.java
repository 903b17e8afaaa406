package io.quarkiverse.usecache.it.reactive;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** Renames a book, and prints which title cached calls return meanwhile: what a test sees of an executable. */
@QuarkusMain
public class BooksCommand implements QuarkusApplication {

    private static final int ID = -1;

    private final AtomicReference<String> inTransaction = new AtomicReference<>();

    @Inject
    Books books;

    @Override
    public int run(String... arguments) {
        call(() -> books.add(ID, "old"));
        print("at first", cached());
        call(() -> Panache.withTransaction(() -> renamed("new")));
        print("in a transaction", inTransaction.get());
        print("after its commit", cached());
        rollBack();
        print("in one that is rolled back", inTransaction.get());
        print("after that", cached());
        return 0;
    }

    private Uni<Void> renamed(String title) {
        return books.rename(ID, title).call(() -> Panache.flush()).chain(() -> books.title(ID)).invoke(inTransaction::set)
                .replaceWithVoid();
    }

    private void rollBack() {
        call(() -> Panache.withTransaction(() -> renamed("newer").chain(() -> Panache.currentTransaction())
                .invoke(transaction -> transaction.markForRollback())));
    }

    private String cached() {
        String title = call(() -> books.title(ID));
        if (call(() -> books.title(ID)) != title) {
            throw new IllegalStateException("not cached: " + title);
        }
        return title;
    }

    private static void print(String when, String title) {
        System.out.println(when + ": " + title);
    }

    private static <T> T call(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
