package io.quarkiverse.usecache.test.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** A cache is a place with a size and a life; tags know no caches, and methods share no entries in one. */
class SeveralCachesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(SeveralCachesTest.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"second\".cache-null", "false");

    @Inject
    Shelves shelves;

    @Inject
    Visitor visitor;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shelves.EXECUTIONS.set(0);
    }

    @Test
    void oneTagDropsItsEntriesInAllCaches() {
        int first = shelves.first("a");
        int second = shelves.second("a");
        visitor.change();
        assertThat(shelves.first("a")).isNotEqualTo(first);
        assertThat(shelves.second("a")).isNotEqualTo(second);
    }

    @Test
    void clearingACacheLeavesEntriesWithTheSameTagInAnother() {
        int first = shelves.first("a");
        int second = shelves.second("a");
        tagCache.clear("first");
        assertThat(shelves.first("a")).isNotEqualTo(first);
        assertThat(shelves.second("a")).isEqualTo(second);
    }

    @Test
    void methodsOfOneCacheWithTheSameArgumentsShareNoEntry() {
        assertThat(shelves.first("a")).isNotEqualTo(shelves.alsoFirst("a"));
        assertThat(shelves.first("a")).isNotEqualTo(visitor.first("a"));
        assertThat(Shelves.EXECUTIONS).hasValue(3);
    }

    @Test
    void oneCacheKeepsNullAndTheOtherDoesNot() {
        assertThat(shelves.nothingInFirst()).isNull();
        assertThat(shelves.nothingInFirst()).isNull();
        assertThat(Shelves.EXECUTIONS).hasValue(1);
        assertThat(shelves.nothingInSecond().await().atMost(Duration.ofSeconds(20))).isNull();
        assertThat(shelves.nothingInSecond().await().atMost(Duration.ofSeconds(20))).isNull();
        assertThat(Shelves.EXECUTIONS).hasValue(3);
    }

    @ApplicationScoped
    static class Shelves {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @UseCache("first")
        @CacheTag("books")
        public int first(String key) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("first")
        public int alsoFirst(String key) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("first")
        public String nothingInFirst() {
            EXECUTIONS.incrementAndGet();
            return null;
        }

        @UseCache("second")
        public Uni<String> nothingInSecond() {
            EXECUTIONS.incrementAndGet();
            return Uni.createFrom().nullItem();
        }

        @UseCache("second")
        @CacheTag("books")
        public int second(String key) {
            return EXECUTIONS.incrementAndGet();
        }
    }

    @ApplicationScoped
    static class Visitor {

        @UseCache("first")
        public int first(String key) {
            return Shelves.EXECUTIONS.incrementAndGet();
        }

        @RevalidateTag("books")
        public void change() {
        }
    }
}
