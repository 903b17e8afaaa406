package io.quarkiverse.usecache.test.value;

import static io.quarkiverse.usecache.CachedCall.cacheLife;
import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CachedCall;
import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.CacheSummary;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.test.HandTicker;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.cache.CacheKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** What has no method to annotate is cached with every guarantee of one that has. */
@Timeout(60)
class CodeUnderKeysTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(CodeUnderKeysTest.class, HandTicker.class, Meanwhile.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"small\".maximum-size", "10")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"brief\".life", "minutes")
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"not yet\".maximum-size", "10");

    private static final Lifetime ONE_MINUTE = new Lifetime(null, Duration.ofMinutes(1), Duration.ofHours(1));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    CacheView view;

    @Inject
    HandTicker ticker;

    private final AtomicInteger loads = new AtomicInteger();
    private final Callable<Integer> load = loads::incrementAndGet;
    private final Supplier<Uni<Integer>> loadLater = () -> Uni.createFrom().item(loads::incrementAndGet);

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        loads.set(0);
    }

    @Test
    void aKeyIsLoadedOnceInBothForms() throws Exception {
        assertThat(tagCache.get("code", "a", load)).isEqualTo(1);
        assertThat(tagCache.get("code", "a", load)).isEqualTo(1);
        assertThat(tagCache.getAsync("code", "a", loadLater).await().indefinitely()).isEqualTo(1);
        assertThat(tagCache.getAsync("code", "b", loadLater).await().indefinitely()).isEqualTo(2);
        assertThat(tagCache.get("code", "b", load)).isEqualTo(2);
        assertThat(tagCache.get("other", "b", load)).isEqualTo(3);
    }

    @Test
    void keysCompareAsArgumentsDo() throws Exception {
        assertThat(tagCache.get("code", null, load)).isEqualTo(tagCache.get("code", null, load));
        assertThat(tagCache.get("code", new int[] { 1, 2 }, load)).isEqualTo(tagCache.get("code", new int[] { 1, 2 }, load));
        assertThat(tagCache.get("code", List.of("a", 1), load)).isEqualTo(tagCache.get("code", List.of("a", 1), load));
        assertThat(loads).hasValue(3);
    }

    @Test
    void valuesOfDifferentTypesAreKeptApart() throws Exception {
        int number = tagCache.get("code", "a", Integer.class, load);
        String text = tagCache.get("code", "a", String.class, () -> "text");
        List<String> list = tagCache.get("code", "a", new TypeLiteral<List<String>>() {
        }, () -> List.of("a"));
        assertThat(tagCache.get("code", "a", Integer.class, load)).isEqualTo(number);
        assertThat(tagCache.get("code", "a", String.class, () -> "another")).isEqualTo(text);
        assertThat(tagCache.getAsync("code", "a", String.class, () -> Uni.createFrom().item("another")).await().indefinitely())
                .isEqualTo(text);
        assertThat(tagCache.getAsync("code", "a", new TypeLiteral<List<String>>() {
        }, () -> Uni.createFrom().item(List.of())).await().indefinitely()).isSameAs(list);
    }

    @Test
    void nullIsCachedAndAFailureIsNot() throws Exception {
        assertThat(tagCache.<Object> get("code", "null", () -> null)).isNull();
        assertThat(tagCache.<Object> get("code", "null", () -> "loaded")).isNull();
        IOException failure = new IOException("no");
        assertThatThrownBy(() -> tagCache.get("code", "failure", () -> {
            throw failure;
        })).isSameAs(failure);
        assertThatThrownBy(() -> tagCache.getAsync("code", "failure", () -> {
            throw new IllegalStateException("early");
        }).await().indefinitely()).isExactlyInstanceOf(IllegalStateException.class).hasMessage("early");
        assertThat(tagCache.get("code", "failure", load)).isEqualTo(1);
    }

    @Test
    void callersAtTheSameTimeShareOneLoad() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<CompletableFuture<Integer>> values = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            values.add(Meanwhile.join(() -> tagCache.get("code", "shared", () -> {
                Meanwhile.await(release);
                return loads.incrementAndGet();
            })));
        }
        CompletableFuture<Integer> later = tagCache.getAsync("code", "shared", loadLater).subscribeAsCompletionStage();
        release.countDown();
        for (CompletableFuture<Integer> value : values) {
            assertThat(value.get(10, SECONDS)).isEqualTo(1);
        }
        assertThat(later.get(10, SECONDS)).isEqualTo(1);
    }

    @Test
    void aLoaderTagsAndMayKeepItsResultOut() throws Exception {
        int first = tagCache.get("code", "tagged", () -> tagged("code:1"));
        assertThat(tagCache.get("code", "tagged", load)).isEqualTo(first);
        tagCache.revalidateTag("code:1");
        assertThat(tagCache.get("code", "tagged", load)).isGreaterThan(first);
        assertThat(tagCache.<Boolean> get("code", "brief", () -> {
            cacheLife(new Lifetime(null, Duration.ZERO, null));
            return true;
        })).isTrue();
        assertThat(tagCache.<Boolean> get("code", "brief", () -> false)).isFalse();
        assertThat(CachedCall.isActive()).isFalse();
    }

    private int tagged(String tag) {
        cacheTag(tag);
        return loads.incrementAndGet();
    }

    @Test
    void tagsReachTheCallAroundItAndComeFromTheCallsInside() throws Exception {
        int around = shop.around("a", () -> tagCache.get("code", "inside", () -> tagged("bubbling")));
        assertThat(shop.around("a", load)).isEqualTo(around);
        tagCache.revalidateTag("bubbling");
        int again = shop.around("a",
                () -> tagCache.getAsync("code", "outside", () -> Uni.createFrom().item(shop.tagged("a", loads)))
                        .await().indefinitely());
        assertThat(again).isGreaterThan(around);
        tagCache.revalidateTag("shop");
        assertThat(tagCache.get("code", "outside", load)).isGreaterThan(again);
        assertThat(shop.around("a", load)).isGreaterThan(again);
    }

    @Test
    void aStaleValueIsRefreshedBehindItsCaller() throws Exception {
        Callable<Integer> minutely = () -> {
            cacheLife(ONE_MINUTE);
            return loads.incrementAndGet();
        };
        assertThat(tagCache.get("code", "stale", minutely)).isEqualTo(1);
        ticker.advance(Duration.ofMinutes(2));
        assertThat(tagCache.get("code", "stale", minutely)).isEqualTo(1);
        await().until(() -> tagCache.get("code", "stale", minutely) == 2);
    }

    @Test
    void aCacheOfCodeHasItsConfiguredLifeAndSize() throws Exception {
        tagCache.get("brief", "a", load);
        ticker.advance(Duration.ofHours(2));
        assertThat(tagCache.get("brief", "a", load)).isEqualTo(2);
        for (int i = 0; i < 100; i++) {
            tagCache.get("small", i, load);
        }
        assertThat(view.entries(new EntryQuery(List.of(), "small", 0, 0)).total()).isBetween(1L, 10L);
    }

    @Test
    void aTransactionThatWillRevalidateDoesNotReadTheEntry() throws Exception {
        int before = tagCache.get("code", "row", () -> tagged("row"));
        QuarkusTransaction.requiringNew().call(() -> {
            tagCache.revalidateTag("row");
            assertThat(tagCache.get("code", "row", load)).isGreaterThan(before);
            return null;
        });
        assertThat(tagCache.get("code", "row", load)).isGreaterThan(before + 1);
    }

    @Test
    void clearingReachesCachesOfCode() throws Exception {
        int first = tagCache.get("code", "a", load);
        tagCache.clear("code");
        assertThat(tagCache.get("code", "a", load)).isGreaterThan(first);
        tagCache.clear("not yet");
        assertThatThrownBy(() -> tagCache.clear("nowhere")).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no cache [nowhere].");
    }

    @Test
    void aKeyThatCannotBeComparedRunsPastTheCache() throws Exception {
        Object[] inItself = new Object[1];
        inItself[0] = inItself;
        assertThat(tagCache.get("code", inItself, load)).isEqualTo(1);
        assertThat(tagCache.getAsync("code", inItself, loadLater).await().indefinitely()).isEqualTo(2);
        assertThat(view.entries(new EntryQuery(List.of(), "code", 0, 0)).total()).isZero();
    }

    @Test
    void peopleSeeTheCodeAsAMethodOfItsCache() throws Exception {
        tagCache.get("shown", "a", load);
        CacheSummary shown = view.caches().stream().filter(cache -> cache.name().equals("shown")).findFirst().orElseThrow();
        assertThat(shown.entries()).isEqualTo(1);
        assertThat(shown.functions()).containsExactly("io.quarkiverse.usecache.TagCache#get[shown](java.lang.Object)");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> tagCache.get(null, 1, load)).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("The cache's name must not be null.");
        assertThatThrownBy(() -> tagCache.get("", 1, load)).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("The cache's name must not be empty. Give one that says what is cached.");
        assertThatThrownBy(() -> tagCache.get("code", 1, null)).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("The loader must not be null.");
        assertThatThrownBy(() -> tagCache.get("code", 1, (Class<Integer>) null, load))
                .hasMessage("The type must not be null. Leave it out for an entry that stays on its node.");
        assertThatThrownBy(() -> tagCache.getAsync("code", 1, () -> null).await().indefinitely())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The loader of [io.quarkiverse.usecache.TagCache#get[code](java.lang.Object)] gave null instead of a "
                                + "Uni. Give Uni.createFrom().nullItem() where there is nothing.");
    }

    @ApplicationScoped
    static class Shop {

        @UseCache
        public int around(@CacheKey String name, Callable<Integer> inside) throws Exception {
            return inside.call();
        }

        @UseCache
        public int tagged(@CacheKey String name, AtomicInteger loads) {
            cacheTag("shop");
            return loads.incrementAndGet();
        }
    }
}
