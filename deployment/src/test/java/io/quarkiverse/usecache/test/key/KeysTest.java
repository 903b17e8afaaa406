package io.quarkiverse.usecache.test.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheKeyGenerator;
import io.quarkus.test.QuarkusUnitTest;

/** What distinguishes two calls. */
class KeysTest {

    private static final AtomicInteger EXECUTIONS = new AtomicInteger();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(KeysTest.class))
            .setLogRecordPredicate(record -> record.getMessage().contains("not cached"))
            .assertLogRecords(records -> assertThat(records).singleElement().satisfies(record -> assertThat(
                    String.format(record.getMessage(), record.getParameters())).contains("Shop#any(java.lang.Object)",
                            "hashCode fails with [java.lang.StackOverflowError")));

    @Inject
    Shop shop;

    @Inject
    OtherShop other;

    @Inject
    Generated generated;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        EXECUTIONS.set(0);
        PerCall.destroyed.set(0);
    }

    @Test
    void overloadsAndMethodsOfTwoClassesShareNothing() {
        assertThat(List.of(shop.item(1), shop.item(1L), shop.item((Integer) 1), shop.item("1"), other.item(1)))
                .doesNotHaveDuplicates();
        assertThat(List.of(shop.item(1), shop.item(1L), shop.item((Integer) 1), shop.item("1"), other.item(1)))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void nullIsAKeyLikeAnyOther() {
        assertThat(List.of(shop.item((String) null), shop.item("null"), shop.item((String) null), shop.item("null")))
                .containsExactly(1, 2, 1, 2);
        assertThat(List.of(shop.pair(null, "a"), shop.pair("a", null), shop.pair(null, null), shop.pair(null, "a")))
                .containsExactly(3, 4, 5, 3);
    }

    @Test
    void arraysCompareByContentAndMayBeReused() {
        byte[] bytes = { 1, 2 };
        String[][] nested = { { "a" }, { "b", null } };
        assertThat(shop.arrays(bytes, nested)).isEqualTo(1);
        assertThat(shop.arrays(new byte[] { 1, 2 }, new String[][] { { "a" }, { "b", null } })).isEqualTo(1);
        bytes[0] = 3;
        nested[0][0] = "c";
        assertThat(shop.arrays(bytes, nested)).isEqualTo(2);
        assertThat(shop.arrays(new byte[] { 1, 2 }, new String[][] { { "a" }, { "b", null } })).isEqualTo(1);
        assertThat(List.of(shop.varargs(), shop.varargs("a"), shop.varargs("a"), shop.varargs())).containsExactly(3, 4, 4, 3);
    }

    @Test
    void whatContainsItselfMakesNoKeyAndTheMethodRuns() {
        Object[] endless = new Object[1];
        endless[0] = endless;
        assertThat(List.of(shop.any(endless), shop.any(endless))).containsExactly(1, 2);
        assertThat(List.of(shop.any(List.of(endless)), shop.any("a"), shop.any("a"))).containsExactly(3, 4, 4);
    }

    @Test
    void valuesCompareByEquals() {
        for (int i = 0; i < 2; i++) {
            assertThat(shop.values(new Point(1, 2), TimeUnit.DAYS, LocalDate.of(2026, 1, 1), Map.of("a", List.of(1))))
                    .isEqualTo(1);
            assertThat(shop.values(new Point(2, 1), TimeUnit.DAYS, LocalDate.of(2026, 1, 1), Map.of("a", List.of(1))))
                    .isEqualTo(2);
            assertThat(shop.values(new Point(1, 2), TimeUnit.DAYS, LocalDate.of(2026, 1, 1), Map.of("a", List.of(2))))
                    .isEqualTo(3);
        }
    }

    @Test
    void onlyWhatIsAnnotatedDistinguishes() {
        assertThat(shop.selected("a", 1, "x")).isEqualTo(shop.selected("b", 1, "y")).isNotEqualTo(shop.selected("a", 2, "x"));
        assertThat(shop.selectedTwo("a", 1, "x")).isEqualTo(shop.selectedTwo("a", 2, "x"))
                .isNotEqualTo(shop.selectedTwo("a", 1, "y"));
    }

    @Test
    void aGeneratorMayBeAPlainClass() {
        assertThat(generated.plain("a", "ignored")).isEqualTo(generated.plain("A", "too"))
                .isNotEqualTo(generated.plain("b", ""));
    }

    @Test
    void aGeneratorMayBeABeanOfAnyScope() {
        assertThat(generated.inApplication("a")).isEqualTo(generated.inApplication("A"));
        assertThat(generated.perCall("a")).isEqualTo(generated.perCall("A"));
        assertThat(PerCall.destroyed).hasValue(2);
        assertThat(inRequest("a")).isEqualTo(inRequest("A"));
        assertThat(EXECUTIONS).hasValue(3);
    }

    private int inRequest(String key) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            return generated.inRequest(key);
        } finally {
            request.terminate();
        }
    }

    @Test
    void theExceptionOfAGeneratorPassesAndTheMethodDoesNotRun() {
        assertThatThrownBy(() -> generated.failing("a")).isExactlyInstanceOf(UnsupportedOperationException.class)
                .hasMessage("no key for a");
        assertThat(EXECUTIONS).hasValue(0);
    }

    @Test
    void aGeneratorThatReturnsNullIsNamed() {
        assertThatThrownBy(() -> generated.nothing("a")).isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("The key generator " + Nothing.class.getName() + " returned null for public int "
                        + Generated.class.getName() + ".nothing(java.lang.String). Return a key for every call, for example a "
                        + "record of what distinguishes it.");
    }

    record Point(int x, int y) {
    }

    @ApplicationScoped
    static class Shop {

        @UseCache
        public int item(int id) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int item(long id) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int item(Integer id) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int item(String id) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int pair(String a, String b) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int arrays(byte[] bytes, String[][] nested) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int any(Object argument) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int varargs(String... all) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int values(Point point, TimeUnit unit, LocalDate date, Map<String, List<Integer>> map) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int selected(String a, @CacheKey int b, String c) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public int selectedTwo(@CacheKey String a, int b, @CacheKey String c) {
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

    @ApplicationScoped
    static class Generated {

        @UseCache(keyGenerator = Plain.class)
        public int plain(String key, String ignored) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache(keyGenerator = InApplication.class)
        public int inApplication(String key) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache(keyGenerator = InRequest.class)
        public int inRequest(String key) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache(keyGenerator = PerCall.class)
        public int perCall(String key) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache(keyGenerator = Failing.class)
        public int failing(String key) {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache(keyGenerator = Nothing.class)
        public int nothing(String key) {
            return EXECUTIONS.incrementAndGet();
        }
    }

    public static class Plain implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            assertThat(method.getName()).isEqualTo("plain");
            return lowerCase(arguments);
        }
    }

    private static String lowerCase(Object... arguments) {
        return arguments[0].toString().toLowerCase(Locale.ROOT);
    }

    @ApplicationScoped
    static class InApplication implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            return lowerCase(arguments);
        }
    }

    @RequestScoped
    static class InRequest implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            return lowerCase(arguments);
        }
    }

    @Dependent
    static class PerCall implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            return lowerCase(arguments);
        }

        static final AtomicInteger destroyed = new AtomicInteger();

        @PreDestroy
        void destroy() {
            destroyed.incrementAndGet();
        }
    }

    public static class Failing implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            throw new UnsupportedOperationException("no key for " + arguments[0]);
        }
    }

    public static class Nothing implements CacheKeyGenerator {

        @Override
        public Object generate(Method method, Object... arguments) {
            return null;
        }
    }
}
