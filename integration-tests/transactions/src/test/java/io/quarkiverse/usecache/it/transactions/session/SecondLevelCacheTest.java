package io.quarkiverse.usecache.it.transactions.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.it.transactions.OtherThread;
import io.quarkiverse.usecache.it.transactions.books.Book;
import io.quarkiverse.usecache.it.transactions.books.Books;
import io.quarkus.test.junit.QuarkusTest;

/** Hibernate's second-level cache drops an entity only after the commit, and a reader then still finds the old one there. */
@QuarkusTest
@Timeout(300)
class SecondLevelCacheTest {

    private static final int COMMITS = 300;
    private static final int ID = 2_000;

    @Inject
    Books books;

    @Inject
    EntityManagerFactory factory;

    private volatile boolean over;

    @Test
    void noOldTitleIsKeptThatIsLoadedFromItDuringACommit() {
        books.add(ID, "0");
        var reader = OtherThread.start(this::read);
        try {
            for (int commit = 1; commit <= COMMITS; commit++) {
                String title = String.valueOf(commit);
                Request.run(() -> books.rename(ID, title));
                assertThat(Request.call(() -> books.title(ID))).isEqualTo(title);
            }
        } finally {
            over = true;
        }

        assertThat(reader.join()).isPositive();
        assertThat(factory.unwrap(SessionFactory.class).getCache().containsEntity(Book.class, ID)).isTrue();
    }

    private int read() {
        int reads = 0;
        while (!over) {
            Request.call(() -> books.title(ID));
            reads++;
        }
        return reads;
    }
}
