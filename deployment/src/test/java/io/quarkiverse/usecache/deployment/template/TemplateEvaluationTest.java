package io.quarkiverse.usecache.deployment.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usecache.runtime.template.TagExpression;

/** What is compiled at build time is what the application evaluates. */
class TemplateEvaluationTest {

    static Stream<Arguments> calls() {
        Shop.Booking one = booking(1, "c1");
        Shop.Booking two = booking(2, "c2");
        return Stream.of(
                of("find", "{{{type}}}:{0}", new Object[] { 7L, "car" }, null, List.of("{car}:7")),
                of("book", "{booking.id}:{booking.customer.label}:{0.paid}", new Object[] { one }, null, List.of("1:c1:true")),
                of("list", "{kind}-{result[].customer.id}", new Object[] { Shop.Kind.CAR }, List.of(one, two),
                        List.of("CAR-c1", "CAR-c2")),
                of("array", "b:{result[].id}", new Object[1], new Shop.Booking[] { two, new Shop.Booking() }, List.of("b:2")),
                of("optional", "b:{result[].id}", new Object[1], Optional.of(one), List.of("b:1")),
                of("page", "{result.first.id}", new Object[0], new Shop.Page<>(two, List.of(), null), List.of("2")),
                of("array", "id:{ids[]}", new Object[] { new int[] { 5, 6 } }, null, List.of("id:5", "id:6")),
                of("array", "{ids[]}-{result[].id}", new Object[] { new int[] { 5, 6 } }, new Shop.Booking[] { one, two },
                        List.of("5-1", "5-2", "6-1", "6-2")),
                of("optional", "{wanted[].id}", new Object[] { Optional.of(two) }, null, List.of("2")),
                of("optional", "{wanted[].id}", new Object[] { Optional.empty() }, null, List.of()),
                of("page", "{result.content[].id}:{result.content[].paid}", new Object[0],
                        new Shop.Page<>(null, List.of(one, two), null), List.of("1:true", "2:true")),
                of("page", "{result.byName.keys[]}", new Object[0], new Shop.Page<>(null, null, Map.of("name", two)),
                        List.of("name")),
                of("page", "{result.byName[].id}", new Object[0], new Shop.Page<>(null, null, Map.of("name", two)),
                        List.of("2")),
                of("page", "{result.content[].id}", new Object[0], new Shop.Page<>(one, null, null), List.of()),
                of("grids", "{result[][]}", new Object[0], List.of(new int[] { 1, 2 }, new int[0], new int[] { 3 }),
                        List.of("1", "2", "3")),
                of("book", "{booking.id}:{booking.customer.roles[]}", new Object[] { one }, null, List.of("1:a", "1:b")),
                of("uni", "{uuid.leastSignificantBits}", new Object[] { new UUID(3, 4) }, null, List.of("4")));
    }

    private static Shop.Booking booking(long id, String customer) {
        Shop.Booking booking = new Shop.Booking();
        booking.setId(id);
        booking.customer = new Shop.Customer(customer, Optional.empty(), new String[] { "a", "b" });
        return booking;
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_gives_its_tags(String method, String template, Object[] args, Object result, List<String> expected) {
        List<String> tags = new ArrayList<>();
        new TagExpression(Compilation.compile(method, template).template()).addTo(args, result, tags::add);
        assertThat(tags).isEqualTo(expected);
    }
}
