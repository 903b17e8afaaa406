package io.quarkiverse.usecache.test.tag;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;

/** An entry has the tags of its last load, and no earlier ones. */
class ChangingTagsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(ChangingTagsTest.class));

    @Inject
    Cart cart;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Cart.EXECUTIONS.set(0);
    }

    @Test
    void whenItIsLoadedAgain() {
        loadWith("pen", "ink");
        tagCache.revalidateTag("pen");
        int second = loadWith("paper");
        tagCache.revalidateTag("pen", "ink");
        assertThat(cart.total()).isEqualTo(second);
        tagCache.revalidateTag("paper");
        assertThat(cart.total()).isNotEqualTo(second);
    }

    @Test
    void whenItLosesThemAll() {
        loadWith("pen");
        tagCache.revalidateTag("pen");
        int second = loadWith();
        tagCache.revalidateTag("pen");
        assertThat(cart.total()).isEqualTo(second);
    }

    @Test
    void whenItIsRefreshedBehindACall() {
        int first = loadWith("pen");
        Cart.items = new String[] { "paper" };
        tagCache.revalidateTag(RevalidationMode.STALE, "pen");
        await().untilAsserted(() -> assertThat(cart.total()).isGreaterThan(first));
        int refreshed = cart.total();
        tagCache.revalidateTag("pen");
        assertThat(cart.total()).isEqualTo(refreshed);
        tagCache.revalidateTag("paper");
        assertThat(cart.total()).isGreaterThan(refreshed);
    }

    private int loadWith(String... items) {
        Cart.items = items;
        return cart.total();
    }

    @ApplicationScoped
    static class Cart {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile String[] items;

        @UseCache
        public int total() {
            if (items.length > 0) {
                cacheTag(items);
            }
            return EXECUTIONS.incrementAndGet();
        }
    }
}
