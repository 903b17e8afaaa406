package io.quarkiverse.usecache.test.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheKeyGenerator;
import io.quarkus.test.QuarkusUnitTest;

/** Cases 1 to 7: what distinguishes two calls. */
class EntriesByKeyTest {

    private static final AtomicInteger EXECUTIONS = new AtomicInteger();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(EntriesByKeyTest.class, Meanwhile.class));

    @Inject
    Shop shop;

    @Inject
    OtherShop other;

    @Inject
    Novels novels;

    @Inject
    Poems poems;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        EXECUTIONS.set(0);
    }

    @Test
    void case1EqualArgumentsShareAnEntryAndOthersDoNot() {
        int first = shop.item(1);

        assertThat(shop.item(2)).isNotEqualTo(first);
        assertThat(shop.item(1)).isEqualTo(first);
        assertThat(requested("/keys?id=1&page=1")).isEqualTo(requested("/keys?page=2&id=1")).isEqualTo(first);
        assertThat(EXECUTIONS).hasValue(2);
    }

    private static int requested(String path) {
        return Integer.parseInt(given().get(path).then().statusCode(200).extract().asString());
    }

    @Test
    void case2EveryValueOfAnyTypeHasItsOwnStableEntry() {
        for (int i = 0; i < 2; i++) {
            assertThat(shop.of(new byte[] { 1, 2 })).isEqualTo(1);
            assertThat(shop.of(new byte[] { 2, 1 })).isEqualTo(2);
            assertThat(shop.of(LocalDate.of(2026, 1, 1))).isEqualTo(3);
            assertThat(shop.of(LocalDate.of(2026, 1, 2))).isEqualTo(4);
            assertThat(shop.of(Map.of("a", List.of(1), "b", List.of(2)))).isEqualTo(5);
            assertThat(shop.of(Map.of("a", List.of(2), "b", List.of(1)))).isEqualTo(6);
            assertThat(shop.of(new Point(1, 2))).isEqualTo(7);
            assertThat(shop.of(new Point(2, 1))).isEqualTo(8);
            assertThat(shop.of(TimeUnit.DAYS)).isEqualTo(9);
            assertThat(shop.of(TimeUnit.HOURS)).isEqualTo(10);
            assertThat(shop.of(new String[][] { { "a" }, { "b", null } })).isEqualTo(11);
            assertThat(shop.of(new String[][] { { "a", "b" }, { null } })).isEqualTo(12);
        }
    }

    @Test
    void case3TwoParallelCallsExecuteOnce() throws Exception {
        Shop.loading = new CountDownLatch(1);
        Shop.release = new CountDownLatch(1);
        CompletableFuture<Integer> first = Meanwhile.call(shop::slow);
        assertThat(Shop.loading.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Integer> second = Meanwhile.join(shop::slow);
        Shop.release.countDown();

        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(EXECUTIONS).hasValue(1);
    }

    @Test
    void case4NullOverloadsAndEqualSignaturesHaveEntriesOfTheirOwn() {
        for (int i = 0; i < 2; i++) {
            assertThat(List.of(shop.item((String) null), shop.item("null"), shop.item(1), shop.item(1L), other.item(1)))
                    .containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void case5AnInheritedMethodHasEntriesPerBeanClassAndABridgeExecutesOnce() {
        assertThat(List.of(novels.find("a"), poems.find("a"), novels.find("a"), poems.find("a"))).containsExactly(1, 2, 1, 2);
        assertThat(List.of(((Shelf<String>) novels).overridden("a"), novels.overridden("a"))).containsExactly(3, 3);
        assertThat(EXECUTIONS).hasValue(3);
    }

    @Test
    void case6OnlyTheAnnotatedParameterDistinguishes() {
        int value = shop.selected("a", 1, "x");

        assertThat(shop.selected("b", 1, "y")).isEqualTo(value);
        assertThat(shop.selected("a", 2, "x")).isNotEqualTo(value);
    }

    @Test
    void case7AGeneratorSeesTheCallAndItsFailureFailsIt() {
        assertThat(shop.generated("a", "ignored")).isEqualTo(shop.generated("a", "too"))
                .isNotEqualTo(shop.generated("b", "too"));
        int executions = EXECUTIONS.get();
        assertThatThrownBy(() -> shop.generated("fail", "")).isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage("no key for generated");
        assertThatThrownBy(() -> shop.generated("nothing", "")).isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining(FirstArgument.class.getName()).hasMessageContaining("returned null");
        assertThat(EXECUTIONS).hasValue(executions);
    }

    @Path("/keys")
    public static class Resource {

        @Inject
        Shop shop;

        @GET
        public String item(@QueryParam("id") int id) {
            return String.valueOf(shop.item(id));
        }
    }

    record Point(int x, int y) {
    }

    @ApplicationScoped
    static class Shop {

        static volatile CountDownLatch loading;
        static volatile CountDownLatch release;

        @UseCache
        public int item(int id) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int item(long id) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int item(String id) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int of(Object any) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int slow() {
            loading.countDown();
            Meanwhile.await(release);
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int selected(String a, @CacheKey int b, String c) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache(keyGenerator = FirstArgument.class)
        public int generated(String key, String ignored) {
            return EXECUTIONS.incrementAndGet();
        }
    }

    @ApplicationScoped
    static class OtherShop {

        @UseCache
        public int item(int id) {
            return EXECUTIONS.incrementAndGet();
        }
    }

    abstract static class Shelf<T> {

        @UseCache
        public int find(T key) {
            return EXECUTIONS.incrementAndGet();
        }

        public abstract int overridden(T key);
    }

    @ApplicationScoped
    static class Novels extends Shelf<String> {

        @Override
        @UseCache
        public int overridden(String key) {
            return EXECUTIONS.incrementAndGet();
        }
    }

    @ApplicationScoped
    static class Poems extends Shelf<String> {

        @Override
        public int overridden(String key) {
            return 0;
        }
    }

    @ApplicationScoped
    static class FirstArgument implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            if (arguments[0].equals("fail")) {
                throw new UnsupportedOperationException("no key for " + method.getName());
            }
            return arguments[0].equals("nothing") ? null : arguments[0];
        }
    }
}
