package io.quarkiverse.usecache.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.method.MethodId;

/** Arguments come from the outside: they may collide, fail to say what they are, or try to look like lines of a log. */
@Timeout(60)
class HostileArgumentsTest {

    private static int compared;

    /** Counts how often it is compared, by equality or by order. */
    private record Counted(String text) {

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            compared++;
            return other instanceof Counted counted && counted.text.equals(text);
        }
    }

    /** Texts with one hash code: {@code Aa} and {@code BB} have the same. */
    private static List<String> colliding(int pairs) {
        List<String> texts = List.of("");
        for (int i = 0; i < pairs; i++) {
            List<String> longer = new ArrayList<>();
            for (String text : texts) {
                longer.add(text + "Aa");
                longer.add(text + "BB");
            }
            texts = longer;
        }
        return texts;
    }

    /** With 16,384 keys in one bin, a search that compares them one by one would take minutes in all. */
    @Test
    @Timeout(30)
    void keysWithOneHashCodeAreFoundQuickly() {
        List<String> texts = colliding(14);
        assertThat(texts).extracting(String::hashCode).containsOnly(texts.get(0).hashCode());
        for (int count : new int[] { 1, 2 }) {
            Map<CallKey, String> map = new ConcurrentHashMap<>();
            texts.forEach(text -> map.put(key(text, count), text));
            for (String text : texts) {
                assertThat(map.get(key(text, count))).isEqualTo(text);
            }
        }
    }

    private static CallKey key(String text, int count) {
        return count == 1 ? key(text) : key("same", text);
    }

    @Test
    void argumentsThatCannotBeOrderedAreFoundAllTheSame() {
        Map<CallKey, Integer> map = new ConcurrentHashMap<>();
        IntStream.range(0, 100).forEach(i -> map.put(key(new Counted("" + i)), i));
        for (int i = 0; i < 100; i++) {
            assertThat(map.get(key(new Counted("" + i)))).isEqualTo(i);
        }
        assertThat(compared).isPositive();
    }

    @Test
    void whatCannotBeShownIsNamed() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no session");
            }
        };
        assertThat(key(1, broken).toString()).startsWith("(1, " + HostileArgumentsTest.class.getName())
                .endsWith("whose toString() fails: java.lang.IllegalStateException)");
        List<Object> endless = new ArrayList<>();
        endless.add(List.of(endless));
        assertThat(ShownArguments.of(endless)).contains("StackOverflowError");
    }

    @Test
    void aLongArgumentIsCut() {
        assertThat(key("x".repeat(1_000_000)).toString()).hasSizeLessThan(1_100).endsWith("...)");
    }

    @Test
    void lineBreaksAreShownAsEscapes() {
        assertThat(key("a\nINFO forged\r\u2028\u0007").toString()).isEqualTo("(a\\u000aINFO forged\\u000d\\u2028\\u0007)");
    }

    private static CallKey key(Object... arguments) {
        return KeyFactory.ofArguments(new MethodId("org.acme.Shop", "org.acme.Shop", "read", List.of("java.lang.Object")),
                IntStream.range(0, arguments.length).boxed().toList(), arguments.length).keyOf(null, arguments);
    }
}
