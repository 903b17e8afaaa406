package io.quarkiverse.usecache.runtime.template;

import static io.quarkiverse.usecache.runtime.template.Templates.argument;
import static io.quarkiverse.usecache.runtime.template.Templates.each;
import static io.quarkiverse.usecache.runtime.template.Templates.method;
import static io.quarkiverse.usecache.runtime.template.Templates.result;
import static io.quarkiverse.usecache.runtime.template.Templates.tags;
import static io.quarkiverse.usecache.runtime.template.Templates.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

class TagExpressionTest {

    record Customer(String id) {
    }

    record Booking(long id, Customer customer) {
    }

    record Shelf(String name, List<String> books) {
    }

    enum Kind {
        HOTEL,
        CAR {
            @Override
            public String toString() {
                return "a car";
            }
        }
    }

    private static final Member ID = method(Booking.class, "id");
    private static final Member CUSTOMER = method(Booking.class, "customer");
    private static final Member CUSTOMER_ID = method(Customer.class, "id");
    private static final Member NAME = method(Shelf.class, "name");
    private static final Member BOOKS = method(Shelf.class, "books");
    private static final Member LENGTH = method(String.class, "length");
    private static final Booking ONE = new Booking(1, new Customer("c1"));
    private static final Booking TWO = new Booking(2, new Customer("c2"));
    private static final Booking NOBODY = new Booking(3, new Customer(null));

    static Stream<Arguments> values() {
        UUID uuid = new UUID(1, 2);
        return Stream.of(
                of(template("plain"), null, args(), List.of("plain")),
                of(template("x:", argument(0)), null, args(7), List.of("x:7")),
                of(template("x:", argument(0)), null, args(""), List.of("x:")),
                of(template("x:", argument(0)), null, args(Kind.HOTEL), List.of("x:HOTEL")),
                of(template("x:", argument(0)), null, args(Kind.CAR), List.of("x:a car")),
                of(template("x:", argument(0)), null, args('c'), List.of("x:c")),
                of(template("x:", argument(0)), null, args(uuid), List.of("x:" + uuid)),
                of(template("x:", argument(0)), null, args((Object) null), List.of()),
                of(template(argument(1), "/", argument(0)), null, args("a", true), List.of("true/a")),
                of(template(argument(0, CUSTOMER, CUSTOMER_ID)), null, args(ONE), List.of("c1")),
                of(template(argument(0, CUSTOMER, CUSTOMER_ID)), null, args(NOBODY), List.of()),
                of(template(argument(0, CUSTOMER, CUSTOMER_ID)), null, args(new Booking(9, null)), List.of()),
                of(template("r:", result()), "v", args(), List.of("r:v")),
                of(template("r:", result()), null, args(), List.of()),
                of(template("r:", result(ID), ":", argument(0)), ONE, args("a"), List.of("r:1:a")));
    }

    static Stream<Arguments> elements() {
        return Stream.of(
                of(List.of(ONE, TWO), List.of("c1-1", "c2-2")),
                of(Arrays.asList(ONE, null, NOBODY, TWO), List.of("c1-1", "c2-2")),
                of(new Booking[] { TWO, null, ONE }, List.of("c2-2", "c1-1")),
                of(Optional.of(ONE), List.of("c1-1")),
                of(Optional.empty(), List.of()),
                of(List.of(), List.of()),
                of((Iterable<Booking>) () -> Set.of(ONE).iterator(), List.of("c1-1")),
                of(null, List.of()));
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                of(new int[] { 1, 2 }, List.of("1", "2")),
                of(new long[] { 3 }, List.of("3")),
                of(new boolean[] { true, false }, List.of("true", "false")),
                of(new char[] { 'a' }, List.of("a")),
                of(new double[0], List.of()),
                of(new String[] { "b", null }, List.of("b")),
                of(new TreeSet<>(List.of("b", "a")), List.of("a", "b")),
                of(Collections.nCopies(2, "a"), List.of("a", "a")));
    }

    private static Object[] args(Object... args) {
        return args;
    }

    @ParameterizedTest
    @MethodSource("values")
    void values_become_text_and_null_leaves_the_tag_out(TagTemplate template, Object result, Object[] args,
            List<String> expected) {
        assertThat(tags(template, result, args)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("elements")
    void each_element_gives_a_tag_and_all_references_read_the_same_element(Object result, List<String> expected) {
        assertThat(tags(template(each(CUSTOMER, CUSTOMER_ID), "-", each(ID)), result)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("nested")
    void elements_are_taken_at_any_depth(TagTemplate template, Object argument, List<String> expected) {
        assertThat(tags(template, null, argument)).isEqualTo(expected);
    }

    static Stream<Arguments> nested() {
        Reference name = argument(0, method(Shelf.class, "name"));
        Reference book = each(0, List.of(BOOKS), List.of());
        Reference size = each(0, List.of(BOOKS), List.of(LENGTH));
        Shelf shelf = new Shelf("s", Arrays.asList("ab", null, "c"));
        Map<String, Integer> prices = new TreeMap<>(Map.of("b", 2, "a", 1));
        Member keys = method(Map.class, "keySet");
        return Stream.of(
                of(template(name, ":", book, size), shelf, List.of("s:ab2", "s:c1")),
                of(template(book), new Shelf("s", null), List.of()),
                of(template(book), null, List.of()),
                of(template(each(0, List.of(), List.of(BOOKS), List.of())),
                        new Shelf[] { shelf, null, new Shelf("t", List.of("d")) }, List.of("ab", "c", "d")),
                of(template(each(0, List.of(), List.of(NAME)), each(0, List.of(), List.of(BOOKS), List.of())),
                        List.of(shelf, new Shelf("t", List.of("d"))), List.of("sab", "sc", "td")),
                of(template(each(0, List.of(), List.of(), List.of())), new int[][] { { 1 }, { 2, 3 } },
                        List.of("1", "2", "3")),
                of(template(each(0, List.of(), List.of())), prices, List.of("1", "2")),
                of(template(each(0, List.of(keys), List.of())), prices, List.of("a", "b")),
                of(template(each(0, List.of(keys), List.of()), each(0, List.of(), List.of())), prices,
                        List.of("a1", "a2", "b1", "b2")));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void elements_without_a_path_are_text(Object result, List<String> expected) {
        assertThat(tags(template(each()), result)).isEqualTo(expected);
    }

    @Test
    void a_template_without_references_is_constant() {
        TagExpression expression = new TagExpression(template("a", "b"));
        assertThat(expression.constant()).isEqualTo("ab");
        assertThat(expression.dependsOnResult()).isFalse();
    }

    @Test
    void a_template_of_arguments_is_neither_constant_nor_dependent_on_the_result() {
        TagExpression expression = new TagExpression(template("a:", argument(0)));
        assertThat(expression.constant()).isNull();
        assertThat(expression.dependsOnResult()).isFalse();
    }

    @Test
    void elements_of_arguments_do_not_depend_on_the_result() {
        assertThat(new TagExpression(template(each(0, List.of(), List.of()))).dependsOnResult()).isFalse();
    }

    @Test
    void a_template_with_the_result_depends_on_it() {
        assertThat(new TagExpression(template(argument(0), result(ID))).dependsOnResult()).isTrue();
        assertThat(new TagExpression(template(each())).dependsOnResult()).isTrue();
    }
}
