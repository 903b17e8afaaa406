package io.quarkiverse.usecache.test.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkus.test.QuarkusUnitTest;

/** What a class says holds for its methods, until one says otherwise. */
class ClassAndMethodTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(ClassAndMethodTest.class, HandTicker.class));

    @Inject
    Library library;

    @Inject
    TagCache tagCache;

    @Inject
    CacheView view;

    @Inject
    HandTicker ticker;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    @Test
    void aMethodNamesAnotherCache() {
        library.book();
        library.map();
        assertThat(entriesIn("books")).isEqualTo(1);
        assertThat(entriesIn("maps")).isEqualTo(1);
    }

    private long entriesIn(String cache) {
        return view.entries(new EntryQuery(List.of(), cache, 0, 10)).total();
    }

    @Test
    void aMethodHasAnotherLife() {
        int book = library.book();
        int map = library.map();
        ticker.advance(Duration.ofMinutes(2));
        assertThat(library.book()).isNotEqualTo(book);
        assertThat(library.map()).isEqualTo(map);
    }

    @Test
    void aMethodKeepsTheTagsOfItsClass() {
        int map = library.map();
        tagCache.revalidateTag("library");
        assertThat(library.map()).isNotEqualTo(map);
    }

    @ApplicationScoped
    @UseCache("books")
    @CacheTag("library")
    @CacheLife("seconds")
    static class Library {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        public int book() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("maps")
        @CacheLife("days")
        public int map() {
            return EXECUTIONS.incrementAndGet();
        }
    }
}
