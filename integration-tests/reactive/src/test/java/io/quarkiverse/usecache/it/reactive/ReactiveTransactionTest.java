package io.quarkiverse.usecache.it.reactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** What others see of what is read, changed and revalidated in a session of Hibernate Reactive, and in its transaction. */
@QuarkusTest
@WithTestResource(PostgresqlServer.class)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "only this server of PostgreSQL is at hand")
@Timeout(120)
class ReactiveTransactionTest {

    private static final AtomicInteger IDS = new AtomicInteger();

    private final int id = IDS.incrementAndGet();
    private final AtomicReference<String> seen = new AtomicReference<>();

    @Inject
    Books books;

    @Inject
    TagCache tagCache;

    @Inject
    Mutiny.SessionFactory factory;

    @Inject
    Vertx vertx;

    @BeforeEach
    void load() {
        call(() -> books.add(id, "old"));
        call(() -> books.title(id));
    }

    @Test
    void aRevalidationActsAfterTheCommit() {
        call(() -> Panache.withTransaction(() -> books.rename(id, "new").call(() -> Panache.flush())
                .chain(this::readByAnother)));

        assertThat(seen.get()).isEqualTo("old");
        assertThat(call(() -> books.title(id))).isEqualTo("new");
    }

    @Test
    void soDoesOneOfTheTagCache() {
        call(() -> factory.withTransaction(session -> session.find(Book.class, id).invoke(book -> book.title = "new")
                .call(session::flush).invoke(() -> tagCache.revalidateTag("book:" + id)).chain(this::readByAnother)));

        assertThat(seen.get()).isEqualTo("old");
        assertThat(call(() -> books.title(id))).isEqualTo("new");
    }

    @Test
    void theCallsOfTheTransactionSeeWhatItHasChanged() {
        String title = call(() -> Panache.withTransaction(() -> books.rename(id, "new").call(() -> Panache.flush())
                .chain(() -> books.title(id))));

        assertThat(title).isEqualTo("new");
    }

    @Test
    void whatIsLoadedInATransactionThatFailsIsNotKept() {
        tagCache.revalidateTag("book:" + id);

        assertThatThrownBy(() -> call(() -> factory.withTransaction(session -> session.find(Book.class, id)
                .invoke(book -> book.title = "new").call(session::flush).chain(() -> books.title(id)).invoke(seen::set)
                .invoke(() -> {
                    throw new IllegalStateException("rolled back on purpose");
                })))).hasMessage("rolled back on purpose");

        assertThat(seen.get()).isEqualTo("new");
        assertThat(call(() -> books.title(id))).isEqualTo("old");
    }

    @Test
    void whatIsReadThroughAnOlderSessionIsNotKept() {
        String title = call(() -> Panache.withSession(() -> books.read(id)
                .chain(() -> another(() -> books.rename(id, "new"))).chain(() -> books.title(id))));

        assertThat(title).isEqualTo("old");
        assertThat(call(() -> books.title(id))).isEqualTo("new");
    }

    @Test
    void norWhatARequestShowsThatHasReadAndSavedIt() {
        String shown = call(() -> Panache.withSession(() -> books.read(id)
                .chain(() -> books.rename(id, "new")).chain(() -> books.title(id))));

        assertThat(shown).isEqualTo("new");
        call(() -> books.rename(id, "newer"));
        assertThat(call(() -> books.title(id))).isEqualTo("newer");
    }

    @Test
    void whatIsReadThroughASessionThatHasReadNothingIsKept() {
        tagCache.revalidateTag("book:" + id);

        String title = call(() -> Panache.withSession(() -> books.title(id)));

        assertThat(call(() -> books.title(id))).isSameAs(title);
    }

    @Test
    void outsideOneItIsKept() {
        assertThat(call(() -> books.title(id))).isSameAs(call(() -> books.title(id)));
    }

    /** In it, asking for a session fails. */
    @Test
    void inAContextThatRequestsShareMethodsAreCachedToo() {
        assertThat(callInSharedContext()).isSameAs(callInSharedContext());
    }

    private Object callInSharedContext() {
        CompletableFuture<Object> shelf = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(
                nothing -> books.shelf().subscribe().with(shelf::complete, shelf::completeExceptionally));
        return shelf.join();
    }

    private Uni<Void> readByAnother() {
        return another(() -> books.title(id).invoke(seen::set)).replaceWithVoid();
    }

    /** On a thread and in a context of its own; then goes on in that of its caller. */
    private static <T> Uni<T> another(Supplier<Uni<T>> work) {
        var here = Vertx.currentContext();
        return Uni.createFrom().item(() -> call(work)).runSubscriptionOn(task -> new Thread(task).start())
                .emitOn(task -> here.runOnContext(nothing -> task.run()));
    }

    private static <T> T call(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
