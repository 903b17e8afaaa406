package io.quarkiverse.usecache.dev.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.method.MethodId;

class KeyRankTest {

    private record Seat(int row, String place) {
    }

    private record Grumpy(int number) implements Comparable<Grumpy> {

        @Override
        public int compareTo(Grumpy other) {
            throw new IllegalStateException("not to be compared");
        }
    }

    @Test
    void numbersAreInTheOrderOfTheirValuesAfterNull() {
        assertThat(inOrder(key(10L), key(9L), key((Object) null), key(100L)))
                .containsExactly("(null)", "(9)", "(10)", "(100)");
    }

    @Test
    void theFirstArgumentThatDiffersDecides() {
        assertThat(inOrder(key("b", 1), key("a", 10), key("a", 9), key())).containsExactly("()", "(a, 9)", "(a, 10)", "(b, 1)");
    }

    @Test
    void argumentsOfTheApplicationAreInTheOrderOfTheirTexts() {
        assertThat(inOrder(key(new Seat(9, "A")), key(new Seat(10, "A"))))
                .containsExactly("(Seat[row=10, place=A])", "(Seat[row=9, place=A])");
        assertThat(inOrder(key(new Grumpy(9)), key(new Grumpy(10)))).containsExactly("(Grumpy[number=10])",
                "(Grumpy[number=9])");
    }

    @Test
    void argumentsOfDifferentTypesAreInGroups() {
        assertThat(inOrder(key("1"), key(2), key("0"), key(1))).containsExactly("(1)", "(2)", "(0)", "(1)");
    }

    private static List<String> inOrder(CallKey... keys) {
        return Stream.of(keys).sorted(Comparator.comparing(KeyRank::of)).map(CallKey::toString).toList();
    }

    private static CallKey key(Object... arguments) {
        List<Integer> all = IntStream.range(0, arguments.length).boxed().toList();
        return KeyFactory
                .ofArguments(new MethodId("org.acme.Shop", "org.acme.Shop", "article", List.of("int")), all, arguments.length)
                .keyOf(null, arguments);
    }
}
