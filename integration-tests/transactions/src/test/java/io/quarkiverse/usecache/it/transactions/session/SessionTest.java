package io.quarkiverse.usecache.it.transactions.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.it.transactions.Titles;
import io.quarkiverse.usecache.it.transactions.books.Books;
import io.quarkiverse.usecache.it.transactions.magazines.Magazines;
import io.quarkus.test.junit.QuarkusTest;

/** Outside a transaction Hibernate reads through the session of the request, which gives what it has read before. */
@QuarkusTest
@Timeout(120)
class SessionTest {

    private static final AtomicInteger IDS = new AtomicInteger(1_000);

    private final int id = IDS.incrementAndGet();

    @Inject
    Books books;

    @Inject
    Magazines magazines;

    @Test
    void whatIsReadThroughAnOlderSessionIsNotKept() {
        assertNotKept(books);
    }

    @Test
    void norThroughThatOfANamedPersistenceUnitByPanache() {
        assertNotKept(magazines);
    }

    private void assertNotKept(Titles titles) {
        titles.add(id, "old");

        String seen = Request.call(() -> {
            titles.read(id);
            Request.runAnother(() -> titles.rename(id, "new"));
            return titles.title(id);
        });

        assertThat(seen).isEqualTo("old");
        assertThat(Request.call(() -> titles.title(id))).isEqualTo("new");
    }

    @Test
    void norWhatARequestShowsThatHasReadAndSavedIt() {
        books.add(id, "old");

        String shown = Request.call(() -> {
            books.read(id);
            books.rename(id, "new");
            return books.title(id);
        });

        assertThat(shown).isEqualTo("old");
        assertThat(Request.call(() -> books.title(id))).isEqualTo("new");
    }

    @Test
    void itIsKeptIfNothingWasRevalidatedSince() {
        books.add(id, "old");

        String seen = Request.call(() -> {
            books.read(id);
            return books.title(id);
        });

        assertThat(Request.callAnother(() -> books.title(id))).isSameAs(seen);
    }

    @Test
    void whatAStatelessSessionReadsIsNew() {
        books.add(id, "old");

        String seen = Request.call(() -> {
            books.readStateless(id);
            Request.runAnother(() -> books.rename(id, "new"));
            return books.titleStateless(id);
        });

        assertThat(seen).isEqualTo("new");
        assertThat(Request.callAnother(() -> books.titleStateless(id))).isSameAs(seen);
    }
}
