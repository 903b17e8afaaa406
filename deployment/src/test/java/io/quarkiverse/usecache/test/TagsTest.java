package io.quarkiverse.usecache.test;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;

class TagsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root.addClass(Shop.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Shop.EXECUTIONS.set(0);
    }

    @Test
    void aCallIsServedFromTheCache() {
        assertThat(shop.books("java")).isSameAs(shop.books("java")).isNotSameAs(shop.books("go"));
        assertThat(Shop.EXECUTIONS).hasValue(2);
    }

    @Test
    void oneOfSeveralTagsDropsTheEntryAndNothingElse() {
        List<String> java = shop.books("java");
        List<String> go = shop.books("go");

        tagCache.revalidateTag("books:java");

        assertThat(shop.books("java")).isNotSameAs(java);
        assertThat(shop.books("go")).isSameAs(go);
    }

    @Test
    void aTagMadeFromTheDataDropsTheEntriesThatCarryIt() {
        List<String> java = shop.books("java");
        List<String> go = shop.books("go");

        tagCache.revalidateTag("book:go-1");

        assertThat(shop.books("java")).isSameAs(java);
        assertThat(shop.books("go")).isNotSameAs(go);
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @UseCache
        @CacheTag({ "books", "books:{topic}" })
        public List<String> books(String topic) {
            EXECUTIONS.incrementAndGet();
            cacheTag("book:" + topic + "-1", "book:" + topic + "-2");
            return List.of(topic + "-1", topic + "-2");
        }
    }
}
