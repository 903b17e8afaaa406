package io.quarkiverse.usecache.deployment.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.usecache.runtime.template.TagExpression;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;

/** What holds for every template. */
class TemplatePropertiesTest {

    private static final String[] METHODS = { "find", "book", "list", "uni", "none", "own", "grids", "unbounded", "rawUni" };

    private static int tries;

    @AfterTry
    void count() {
        tries++;
    }

    @AfterContainer
    static void say() {
        System.out.printf("Properties: %d tries of templates%n", tries);
    }

    @Property(tries = 2_000)
    void anyTextIsATemplateOrAProblem(@ForAll String text) {
        compiledOrProblem("find", text);
    }

    @Property(tries = 5_000)
    void textThatLooksLikeATemplateIsATemplateOrAProblem(@ForAll("methods") String method,
            @ForAll("lookingAlike") String text) {
        compiledOrProblem(method, text);
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of(METHODS);
    }

    @Provide
    Arbitrary<String> lookingAlike() {
        Arbitrary<String> pieces = Arbitraries.of("{", "}", "{{", "}}", "[", "]", "[]", ".", "..", " ", "0", "1", "-1",
                "99999999999999999999", "result", "{result}", "{result[].", "id", "type", "booking", "customer", "{booking.",
                "kind", "uuid", "\n", "\u0000", "\u2028", "é", "\ud800", "tag:", "class", "getClass()", "x".repeat(250));
        return pieces.list().ofMaxSize(10).map(list -> String.join("", list));
    }

    private static void compiledOrProblem(String method, String text) {
        try {
            assertThat(Compilation.compile(method, text).template().text()).isEqualTo(text);
        } catch (TemplateProblem problem) {
            assertThat(problem.getMessage()).contains("Shop#" + method + "(").matches(".*[.!]")
                    .matches(message -> message.chars().noneMatch(Character::isISOControl));
        }
    }

    @Property
    void textWhoseBracesAreDoubledIsTheTag(@ForAll("texts") String text) {
        assertThat(tags(doubled(text) + "!", 1, "car")).containsExactly(text + "!");
    }

    @Property
    void referencesStandBetweenTexts(@ForAll("texts") String before, @ForAll("texts") String between,
            @ForAll("texts") String after, @ForAll long id, @ForAll("texts") String type) {
        String template = doubled(before) + "{type}" + doubled(between) + "{0}" + doubled(after);
        assertThat(tags(template, id, type)).containsExactly(before + type + between + id + after);
    }

    /** Short enough for several of them to make one tag, and full of braces. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('{', '}', '[', ']', '.', ':', ' ').alpha().numeric().withChars("é日\\$%")
                .ofMaxLength(50);
    }

    private static String doubled(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    private static List<String> tags(String template, long id, String type) {
        List<String> tags = new ArrayList<>();
        Object[] arguments = { id, type };
        new TagExpression(Compilation.compile("find", template).template()).addTo(arguments, null, tags::add);
        return tags;
    }
}
