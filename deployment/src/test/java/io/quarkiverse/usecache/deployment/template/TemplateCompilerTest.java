package io.quarkiverse.usecache.deployment.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Part;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Reference;

class TemplateCompilerTest {

    /** Written as literal text or {@code <position members>}, with {@code []} where elements are taken. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            none,      plain,                               plain
            none,      ' a tag, with spaces',               ' a tag, with spaces'
            none,      '{{x}}',                             '{x}'
            none,      '{{{{}}',                            '{{}'
            find,      '{id}',                              '<0>'
            find,      'b:{id}:{type}',                     'b:<0>:<1>'
            find,      '{{{id}}}',                          '{<0>}'
            find,      '{1}{0}',                            '<1><0>'
            find,      '{type.empty}',                      '<1 String.isEmpty()>'
            book,      '{booking.id}',                      '<0 Entity.getId()>'
            book,      '{0.paid}',                          '<0 Booking.isPaid()>'
            book,      '{booking.URL}',                     '<0 Booking.getURL()>'
            book,      '{booking.customer.id}',             '<0 Entity.customer Customer.id()>'
            book,      '{booking.customer.label}',          '<0 Entity.customer Customer.getLabel()>'
            book,      '{result.id}/{booking.id}',          '<-1 Entity.getId()>/<0 Entity.getId()>'
            list,      '{kind}',                            '<0>'
            list,      '{result}',                          '<-1>'
            list,      '{result.empty}',                    '<-1 List.isEmpty()>'
            list,      '{result[]}',                        '<-1 []>'
            list,      '{kind}:{result[].id}',              '<0>:<-1 [] Entity.getId()>'
            array,     '{result[].id}',                     '<-1 [] Entity.getId()>'
            optional,  '{result[].id}',                     '<-1 [] Entity.getId()>'
            uni,       '{result[].id}',                     '<-1 [] Entity.getId()>'
            uni,       '{uuid.leastSignificantBits}',       '<0 UUID.getLeastSignificantBits()>'
            stage,     '{result[].customer.id}',            '<-1 [] Entity.customer Customer.id()>'
            future,    '{result.id}',                       '<-1 Entity.getId()>'
            wildcards, '{result[].paid}',                   '<-1 [] Booking.isPaid()>'
            page,      '{result.first.paid}',               '<-1 Page.first() Booking.isPaid()>'
            variable,  '{result[].paid}',                   '<-1 [] Booking.isPaid()>'
            variable,  '{example.paid}',                    '<0 Booking.isPaid()>'
            unbounded, '{result[]}',                        '<-1 []>'
            own,       '{result[].paid}',                   '<-1 [] Booking.isPaid()>'
            raw,       '{result[]}',                        '<-1 []>'
            ints,      '{result[]}',                        '<-1 []>'
            object,    '{result}',                          '<-1>'
            rawUni,    '{result}',                          '<-1>'
            row,       '{row.key}',                         '<0 Row.key>'
            named,     '{0}',                               '<0>'
            array,     'a:{ids[]}',                         'a:<0 []>'
            array,     '{0[]}:{result[].id}',               '<0 []>:<-1 [] Entity.getId()>'
            optional,  '{wanted[].id}',                     '<0 [] Entity.getId()>'
            page,      '{result.content[].paid}',           '<-1 Page.content() [] Booking.isPaid()>'
            page,      '{result.byName[].paid}',            '<-1 Page.byName() [] Booking.isPaid()>'
            page,      '{result.byName.keys[]}',            '<-1 Page.byName() Map.keySet() []>'
            map,       '{result[].id}/{result.keys[]}',     '<-1 [] Entity.getId()>/<-1 Map.keySet() []>'
            grids,     '{result[][]}',                      '<-1 [] []>'
            matrix,    '{result[][].id}',                   '<-1 [] [] Entity.getId()>'
            maybes,    '{result[][]}',                      '<-1 [] []>'
            book,      '{booking.customer.roles[]}',        '<0 Entity.customer Customer.roles() []>'
            book,      '{booking.customer.email[].empty}',  '<0 Entity.customer Customer.email() [] String.isEmpty()>'
            """, ignoreLeadingAndTrailingWhitespace = true)
    void a_template_becomes_parts(String method, String template, String parts) {
        TagTemplate compiled = Compilation.compile(method, template).template();
        assertThat(compiled.text()).isEqualTo(template);
        assertThat(written(compiled)).isEqualTo(parts);
    }

    static Stream<Arguments> inherited() {
        return Stream.of(
                of(Shop.BookingRepository.class, "load", "{result.paid}", "<-1 Booking.isPaid()>"),
                of(Shop.BookingRepository.class, "loadAll", "{result[].paid}", "<-1 [] Booking.isPaid()>"),
                of(Shop.BookingRepository.class, "load", "{key.mostSignificantBits}", "<0 UUID.getMostSignificantBits()>"),
                of(Shop.RowRepository.class, "load", "{result.key}", "<-1 Row.key>"),
                of(Shop.RowRepository.class, "load", "{key}", "<0>"),
                of(Shop.Repository.class, "load", "{key}{result}", "<0><-1>"));
    }

    @ParameterizedTest
    @MethodSource("inherited")
    void type_parameters_of_the_declaring_class_are_those_of_the_bean(Class<?> receiver, String method, String template,
            String parts) {
        assertThat(written(Compilation.compileInherited(receiver, method, template).template())).isEqualTo(parts);
    }

    @Test
    void text_of_256_characters_is_a_tag() {
        String text = "x".repeat(256);
        assertThat(written(Compilation.compile("none", text).template())).isEqualTo(text);
    }

    @Test
    void the_members_read_are_reported_once_for_reflection() {
        CompiledTemplate compiled = Compilation.compile("book", "{booking.customer.id}{result.id}{booking.id}");
        assertThat(compiled.reflectiveMethods()).containsExactly(
                new Member(Shop.Customer.class.getName(), "id", true),
                new Member(Shop.Entity.class.getName(), "getId", true));
        assertThat(compiled.reflectiveFields())
                .containsExactly(new Member(Shop.Entity.class.getName(), "customer", false));
    }

    @Test
    void a_class_outside_of_the_index_is_reported_too() {
        assertThat(Compilation.compile("uni", "{uuid.leastSignificantBits}").reflectiveMethods())
                .containsExactly(new Member(UUID.class.getName(), "getLeastSignificantBits", true));
    }

    @Test
    void the_getter_generated_for_a_field_of_an_entity_is_reported_beside_it() {
        CompiledTemplate compiled = Compilation.compile("row", "{row.key}{row.sold}");
        String row = Shop.Row.class.getName();
        assertThat(compiled.reflectiveMethods()).containsExactly(new Member(row, "getKey", true),
                new Member(row, "isSold", true));
        assertThat(compiled.reflectiveFields()).containsExactly(new Member(row, "key", false),
                new Member(row, "sold", false));
    }

    private static String written(TagTemplate template) {
        return template.parts().stream().map(TemplateCompilerTest::written).collect(Collectors.joining());
    }

    private static String written(Part part) {
        Reference reference = part.reference();
        if (reference == null) {
            return part.literal();
        }
        return reference.paths().stream().map(TemplateCompilerTest::written)
                .collect(Collectors.joining(" []", "<" + reference.position(), ">"));
    }

    private static String written(List<Member> path) {
        return path.stream()
                .map(member -> " " + member.declaringClass().replaceAll(".*[.$]", "") + "." + member.name()
                        + (member.method() ? "()" : ""))
                .collect(Collectors.joining());
    }
}
