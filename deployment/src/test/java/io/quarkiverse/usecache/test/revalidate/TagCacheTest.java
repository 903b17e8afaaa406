package io.quarkiverse.usecache.test.revalidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** The bean that revalidates and clears, what it refuses, and what it leaves in memory. */
class TagCacheTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(TagCacheTest.class, EventLoops.class));

    @Inject
    Shop shop;

    @Inject
    TagCache tagCache;

    @Inject
    Vertx vertx;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    static Stream<Arguments> mistakes() {
        String tooLong = "x".repeat(257);
        return Stream.of(
                mistake("There is no tag to revalidate. Give at least one."),
                mistake("There is no tag to revalidate. Give at least one.", (String[]) null),
                mistake("Nothing was revalidated: a tag must not be null.", "item", null),
                mistake("Nothing was revalidated: a tag must not be empty.", "item", ""),
                mistake("Nothing was revalidated: a tag must not be longer than 256 characters, but [" + "x".repeat(32)
                        + "...] has 257.", "item", tooLong),
                mistake("Nothing was revalidated: a tag must not have control characters, but [a\\u000ab] has.", "item",
                        "a\nb"),
                mistake("Nothing was revalidated: a tag must not have control characters, but [\\u0085] has.", "item",
                        "\u0085"),
                mistake("Nothing was revalidated: a tag must not have unpaired surrogates, but [a\\ud800b] has.", "item",
                        "a\ud800b"));
    }

    private static Arguments mistake(String message, String... tags) {
        return Arguments.of(message, tags);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aTagThatBreaksTheRulesIsRefusedAndNothingIsRevalidated(String message, String[] tags) {
        int item = shop.item("a");
        assertThatThrownBy(() -> tagCache.revalidateTag(tags)).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> tagCache.revalidateTag(RevalidationMode.STALE, tags))
                .isExactlyInstanceOf(IllegalArgumentException.class).hasMessage(message);
        assertThatThrownBy(() -> tagCache.revalidateTagAsync(RevalidationMode.EXPIRE, tags).await().indefinitely())
                .isExactlyInstanceOf(IllegalArgumentException.class).hasMessage(message);
        assertThat(shop.item("a")).isEqualTo(item);
    }

    @Test
    void aModeIsNeeded() {
        assertThatThrownBy(() -> tagCache.revalidateTag((RevalidationMode) null, "item"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("The mode must not be null. Use RevalidationMode.EXPIRE or STALE.");
    }

    @Test
    void anUnknownCacheIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> tagCache.clear("unknown")).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no cache [unknown]. Cached methods use [default, others].");
    }

    @Test
    void aRevalidationSaysWhatItDid() {
        Revalidation first = tagCache.revalidateTag("b", "a", "b");
        Revalidation second = tagCache.revalidateTag(RevalidationMode.STALE, "c");
        assertThat(first.tags()).containsExactly("b", "a");
        assertThat(first.mode()).isEqualTo(RevalidationMode.EXPIRE);
        assertThat(first.propagated()).isTrue();
        assertThat(second.mode()).isEqualTo(RevalidationMode.STALE);
        assertThat(second.sequence()).isGreaterThan(first.sequence()).isPositive();
    }

    @Test
    void anAsynchronousRevalidationActsOnEachSubscription() {
        int first = shop.item("a");
        Uni<Revalidation> revalidation = tagCache.revalidateTagAsync(RevalidationMode.EXPIRE, "item");
        assertThat(shop.item("a")).isEqualTo(first);
        long sequence = revalidation.await().indefinitely().sequence();
        int second = shop.item("a");
        assertThat(second).isGreaterThan(first);
        assertThat(revalidation.await().indefinitely().sequence()).isGreaterThan(sequence);
        assertThat(shop.item("a")).isGreaterThan(second);
    }

    @Test
    void clearingDropsOneCacheOrAll() {
        int item = shop.item("a");
        int other = shop.other("a");
        tagCache.clear("others");
        assertThat(shop.item("a")).isEqualTo(item);
        int again = shop.other("a");
        assertThat(again).isGreaterThan(other);
        tagCache.clearAll();
        assertThat(shop.item("a")).isGreaterThan(item);
        assertThat(shop.other("a")).isGreaterThan(again);
    }

    @Test
    void tagsOfAnyScriptAreDistinguishedByCase() {
        int item = shop.item("größe 東京");
        tagCache.revalidateTag("item:GRÖßE 東京");
        assertThat(shop.item("größe 東京")).isEqualTo(item);
        tagCache.revalidateTag("item:größe 東京");
        assertThat(shop.item("größe 東京")).isGreaterThan(item);
    }

    @Test
    void aMillionMadeUpTagsLeaveTheHeapFlat() {
        shop.item("a");
        tagCache.revalidateTag("made up");
        long before = usedHeap();
        for (int i = 0; i < 1_000_000; i++) {
            tagCache.revalidateTag("made up " + i);
        }
        assertThat(usedHeap() - before).isLessThan(20_000_000);
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void noContextOfACallerIsReachableAfterwards() throws Exception {
        List<WeakReference<?>> contexts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            contexts.add(callInRequest(i));
            contexts.add(callOnEventLoop(i));
        }
        assertThat(contexts).hasSize(20);
        await().untilAsserted(() -> {
            System.gc();
            assertThat(contexts).allMatch(context -> context.refersTo(null));
        });
        assertThat(shop.inRequest(1)).isEqualTo("1");
    }

    private WeakReference<?> callInRequest(int id) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            shop.inRequest(id);
            shop.inRequestLater(id).await().indefinitely();
            return new WeakReference<>(ClientProxy.unwrap(shop.user()));
        } finally {
            request.terminate();
        }
    }

    private WeakReference<?> callOnEventLoop(int id) throws Exception {
        Context context = EventLoops.newContext(vertx);
        EventLoops.subscribe(context, () -> shop.onEventLoop(id)).get();
        return new WeakReference<>(context);
    }

    @RequestScoped
    static class User {

        String name(int id) {
            return String.valueOf(id);
        }
    }

    @ApplicationScoped
    static class Shop {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @Inject
        User user;

        User user() {
            return user;
        }

        @UseCache
        @CacheTag({ "item", "item:{key}" })
        public int item(String key) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache("others")
        public int other(String key) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag("user:{id}")
        public String inRequest(int id) {
            return user.name(id);
        }

        @UseCache
        @CacheTag("user:{id}")
        public Uni<String> inRequestLater(int id) {
            return Uni.createFrom().item(user.name(id)).map(name -> name + name);
        }

        @UseCache
        @CacheTag("user:{id}")
        public Uni<Integer> onEventLoop(int id) {
            return Uni.createFrom().item(id).map(item -> item + 1);
        }
    }
}
