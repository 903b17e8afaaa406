package io.quarkiverse.usecache.test.revalidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.EntryRemoved;
import io.quarkiverse.usecache.EntryRemoved.Cause;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkus.test.QuarkusUnitTest;

/** The event for entries that have left their caches. */
@Timeout(60)
class EntryRemovedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Shop.class, HandTicker.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"small\".maximum-size", "1");

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    HandTicker ticker;

    @BeforeEach
    void forget() {
        shop.removed.clear();
    }

    private EntryRemoved only(Cause cause) {
        await().until(() -> shop.removed.stream().anyMatch(event -> event.cause() == cause));
        return shop.removed.stream().filter(event -> event.cause() == cause).findFirst().orElseThrow();
    }

    @Test
    void aRevalidatedEntryIsToldWhenItIsFound() {
        shop.price("a");
        tagCache.revalidateTag("price:a");
        shop.price("a");
        EntryRemoved removed = only(Cause.REVALIDATED);
        assertThat(removed.function())
                .isEqualTo("io.quarkiverse.usecache.test.revalidate.EntryRemovedTest$Shop#price(java.lang.String)");
        assertThat(removed.key()).isEqualTo("(a)");
        assertThat(removed.tags()).containsExactlyInAnyOrder("prices", "price:a");
    }

    @Test
    void clearingTellsOfAllEntries() {
        shop.price("c");
        tagCache.clearAll();
        assertThat(only(Cause.REVALIDATED).key()).isEqualTo("(c)");
    }

    @Test
    void anEntryThatIsTooOldHasExpired() {
        shop.price("b");
        ticker.advance(Duration.ofHours(2));
        shop.price("b");
        assertThat(only(Cause.EXPIRED).key()).isEqualTo("(b)");
    }

    @Test
    void anEntryForWhichThereIsNoRoomIsEvicted() {
        for (int i = 0; i < 20; i++) {
            shop.small(i);
        }
        assertThat(only(Cause.EVICTED).tags()).isEqualTo(List.of());
    }

    @Test
    void aStaleEntryIsReplacedByItsRefresh() {
        shop.price("d");
        ticker.advance(Duration.ofMinutes(10));
        shop.price("d");
        assertThat(only(Cause.REPLACED).key()).isEqualTo("(d)");
    }

    @Singleton
    static class Shop {

        final Queue<EntryRemoved> removed = new ConcurrentLinkedQueue<>();

        @UseCache
        @CacheLife(revalidate = "1m", expire = "1h")
        @CacheTag({ "prices", "price:{id}" })
        public String price(String id) {
            return id;
        }

        @UseCache("small")
        public int small(int id) {
            return id;
        }

        void observe(@ObservesAsync EntryRemoved event) {
            removed.add(event);
        }
    }
}
