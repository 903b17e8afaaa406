package io.quarkiverse.usecache.runtime.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkus.cache.CompositeCacheKey;
import io.quarkus.cache.DefaultCacheKey;

/** The text that names a key to other nodes: equal for equal keys, in any class loader, and for no others. */
@Timeout(60)
class StableTextTest {

    public record Range(int from, LocalDate to, List<String> names) {
    }

    private static Stream<Object[]> different() {
        return Stream.of(new Object[] { 1 }, new Object[] { 1L }, new Object[] { "1" }, new Object[] { '1' },
                new Object[] { null }, new Object[] { "null" }, new Object[] { new BigDecimal("1") },
                new Object[] { List.of(1, 2) }, new Object[] { List.of(List.of(1), 2) },
                new Object[] { List.of(List.of(1, 2)) },
                new Object[] { List.of("1, 2") }, new Object[] { List.of("1", "2") }, new Object[] { new int[] { 1, 2 } },
                new Object[] { new long[] { 1, 2 } }, new Object[] { new Object[] { 1, 2 } }, new Object[] { DayOfWeek.MONDAY },
                new Object[] { "MONDAY" }, new Object[] { Optional.empty() }, new Object[] { Optional.of("") },
                new Object[] { "" }, new Object[] { List.of() }, new Object[] { new UUID(1, 1) }, new Object[] { true },
                new Object[] { Duration.ofDays(1) }, new Object[] { Duration.ofDays(1).toString() },
                new Object[] { Period.ofDays(1) }, new Object[] { ZoneId.of("Europe/Rome") }, new Object[] { ZoneOffset.UTC },
                new Object[] { Locale.ITALY }, new Object[] { Locale.ITALIAN }, new Object[] { Currency.getInstance("EUR") },
                new Object[] { URI.create("/a") },
                new Object[] { new Range(1, LocalDate.EPOCH, List.of("a")) },
                new Object[] { new Range(1, LocalDate.EPOCH, List.of("b")) },
                new Object[] { "\ud83d" }, new Object[] { "\ude00" }, new Object[] { "\ud83d\ude00" },
                new Object[] { '\ud83d' },
                new Object[] { "?" }, new Object[] { "[55357]" },
                new Object[] { "java.lang.String:1:a;java.lang.String:1:b;" }, new Object[] { "a;java.lang.String:1:b" });
    }

    @Test
    void differentKeysHaveDifferentTexts() {
        List<String> texts = different().map(StableTextTest::text).toList();
        assertThat(new HashSet<>(texts)).hasSameSizeAs(texts);
        assertThat(texts).as("as other systems hold them")
                .allSatisfy(text -> assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text));
        assertThat(different().map(StableTextTest::text).toList()).as("made again").isEqualTo(texts);
    }

    @Test
    void anotherMethodHasOtherTexts() {
        assertThat(key("other", 1).stableText()).isNotEqualTo(key("read", 1).stableText());
    }

    @Test
    void equalListsOfDifferentClassesHaveOneText() {
        assertThat(text(new Object[] { Arrays.asList("a", "b") })).isEqualTo(text(new Object[] { List.of("a", "b") }));
    }

    /** What key generators return. */
    @Test
    void compositeKeysHaveOne() {
        assertThat(text(new Object[] { new CompositeCacheKey("a", 1) }))
                .isEqualTo(text(new Object[] { new CompositeCacheKey("a", 1) }))
                .isNotEqualTo(text(new Object[] { new CompositeCacheKey("a", 2) }));
        assertThat(text(new Object[] { new DefaultCacheKey("a") }))
                .isEqualTo(text(new Object[] { new DefaultCacheKey("a") }))
                .isNotEqualTo(text(new Object[] { new DefaultCacheKey("b") }));
    }

    @Test
    void otherTypesHaveNone() {
        assertThat(key("read", new Object()).stableText()).isEmpty();
        assertThat(key("read", List.of(Set.of(1))).stableText()).isEmpty();
    }

    /** As after a live reload, or on another node. */
    @Test
    void aRecordOfAnotherClassLoaderHasTheSameText() throws Exception {
        Class<?> twin = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.equals(Range.class.getName()) ? define(name) : super.loadClass(name, resolve);
            }

            private Class<?> define(String name) throws ClassNotFoundException {
                try (InputStream code = StableTextTest.class.getResourceAsStream("StableTextTest$Range.class")) {
                    byte[] bytes = code.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }.loadClass(Range.class.getName());
        assertThat(twin).isNotSameAs(Range.class);
        Object other = twin.getDeclaredConstructors()[0].newInstance(1, LocalDate.EPOCH, List.of("a"));
        assertThat(text(new Object[] { other })).isEqualTo(text(new Object[] { new Range(1, LocalDate.EPOCH, List.of("a")) }));
    }

    private static String text(Object[] arguments) {
        return key("read", arguments).stableText().orElseThrow();
    }

    private static CallKey key(String method, Object... arguments) {
        return KeyFactory.ofArguments(new MethodId("org.acme.Shop", "org.acme.Shop", method, List.of("java.lang.Object")),
                IntStream.range(0, arguments.length).boxed().toList(), arguments.length).keyOf(null, arguments);
    }
}
