package io.quarkiverse.usecache.test.build.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.build.BuildMessages;
import io.quarkiverse.usecache.test.build.Scan;
import io.smallrye.mutiny.Uni;

/** Entities are managed by the session that read them, and the cache gives them to others. */
@Timeout(60)
public class EntitiesTest {

    public static final List<String> WARNINGS = BuildMessages
            .table("""
                    @UseCache keeps the JPA entity Book, which belongs to the session that read it, and gives it to all callers: Books#array(). Return a record or another DTO made of it.
                    @UseCache keeps the JPA entity Book, which belongs to the session that read it, and gives it to all callers: Books#byName(). Return a record or another DTO made of it.
                    @UseCache keeps the JPA entity Book, which belongs to the session that read it, and gives it to all callers: Books#inRecord(). Return a record or another DTO made of it.
                    @UseCache keeps the JPA entity Book, which belongs to the session that read it, and gives it to all callers: Books#later(). Return a record or another DTO made of it.
                    @UseCache keeps the JPA entity Book, which belongs to the session that read it, and gives it to all callers: Books#list(). Return a record or another DTO made of it.
                    @UseCache keeps the JPA entity Book, which belongs to the session that read it, and gives it to all callers: Books#one(). Return a record or another DTO made of it.
                    @UseCache keeps the JPA entity Book, which belongs to the session that read it, and gives it to all callers: Repository#find(long) of BookRepository. Return a record or another DTO made of it.
                    @UseCache keeps the JPA entity Novel, which belongs to the session that read it, and gives it to all callers: Books#child(). Return a record or another DTO made of it.
                    @UseCache keeps the JPA entity Row, which belongs to the session that read it, and gives it to all callers: Books#mapped(). Return a record or another DTO made of it.
                    """);

    @Test
    void entitiesAreWarnedOfWhereverTheyAre() {
        assertThat(Scan.warnings(EntitiesTest.class)).containsExactlyInAnyOrderElementsOf(WARNINGS);
    }

    @MappedSuperclass
    public abstract static class Row {

        public Long id;
    }

    @Entity
    public static class Book extends Row {
    }

    public static class Novel extends Book {
    }

    @Embeddable
    public static class Price {
    }

    public record Shelf(String name, List<Book> books) {
    }

    public record Title(long id, String text) {
    }

    public interface Repository<E> {

        default E find(long id) {
            return null;
        }
    }

    @ApplicationScoped
    @UseCache
    public static class BookRepository implements Repository<Book> {
    }

    @ApplicationScoped
    @UseCache
    public static class TitleRepository implements Repository<Title> {
    }

    @ApplicationScoped
    public static class Books {

        @UseCache
        public Book one() {
            return null;
        }

        @UseCache
        public Novel child() {
            return null;
        }

        @UseCache
        public Row mapped() {
            return null;
        }

        @UseCache
        public List<Book> list() {
            return null;
        }

        @UseCache
        public Book[] array() {
            return null;
        }

        @UseCache
        public Map<String, Optional<Book>> byName() {
            return null;
        }

        @UseCache
        public Uni<List<? extends Book>> later() {
            return null;
        }

        @UseCache
        public Shelf inRecord() {
            return null;
        }

        @UseCache
        public List<Title> titles() {
            return null;
        }

        @UseCache
        public Price price() {
            return null;
        }
    }
}
