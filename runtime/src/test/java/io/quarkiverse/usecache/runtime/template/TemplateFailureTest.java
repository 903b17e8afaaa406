package io.quarkiverse.usecache.runtime.template;

import static io.quarkiverse.usecache.runtime.template.Templates.argument;
import static io.quarkiverse.usecache.runtime.template.Templates.each;
import static io.quarkiverse.usecache.runtime.template.Templates.method;
import static io.quarkiverse.usecache.runtime.template.Templates.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class TemplateFailureTest {

    public static final class Broken {

        public String getChecked() throws IOException {
            throw new IOException("disk");
        }

        public String getFatal() {
            throw new StackOverflowError("deep");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }

    private final List<String> tags = new ArrayList<>();

    private void evaluate(TagTemplate template, Object result, Object... args) {
        new TagExpression(template).addTo(args, result, tags::add);
    }

    @Test
    void a_getter_that_throws_is_named_and_keeps_its_cause() {
        assertThatThrownBy(() -> evaluate(template(argument(0, method(Broken.class, "getChecked"))), null, new Broken()))
                .isInstanceOf(TemplateFailure.class)
                .hasMessage("The tag template \"t:{x}\" cannot be evaluated, java.io.IOException: disk came from "
                        + Broken.class.getName() + "#getChecked()")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void a_text_that_throws_is_named() {
        assertThatThrownBy(() -> evaluate(template(argument(0)), null, new Broken()))
                .isInstanceOf(TemplateFailure.class)
                .hasMessage("The tag template \"t:{x}\" cannot be evaluated, java.lang.IllegalStateException: no text"
                        + " came from " + Broken.class.getName() + "#toString()");
    }

    @Test
    void an_iteration_that_throws_is_a_failure() {
        Iterable<String> closed = () -> {
            throw new IllegalStateException("session closed");
        };
        assertThatThrownBy(() -> evaluate(template(each()), closed)).isInstanceOf(TemplateFailure.class)
                .hasMessageStartingWith("The tag template \"t:{x}\" cannot be evaluated,"
                        + " java.lang.IllegalStateException: session closed came from ");
    }

    @Test
    void a_failing_element_leaves_no_tags_of_the_others() {
        assertThatThrownBy(() -> evaluate(template(each()), List.of("a", new Broken())))
                .isInstanceOf(TemplateFailure.class);
        assertThat(tags).isEmpty();
    }

    @Test
    void a_value_of_another_class_than_declared_is_a_failure() {
        TagTemplate template = template(each(method(Broken.class, "getChecked")));
        assertThatThrownBy(() -> evaluate(template, List.of("heap pollution"))).isInstanceOf(TemplateFailure.class)
                .hasCauseInstanceOf(ClassCastException.class);
    }

    @Test
    void a_value_without_elements_is_a_failure() {
        assertThatThrownBy(() -> evaluate(template(each()), "heap pollution")).isInstanceOf(TemplateFailure.class)
                .hasCauseInstanceOf(ClassCastException.class).hasMessageContaining("java.lang.String has no elements");
    }

    @Test
    void an_error_of_the_machine_is_not_wrapped() {
        assertThatThrownBy(() -> evaluate(template(argument(0, method(Broken.class, "getFatal"))), null, new Broken()))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void what_the_receiver_of_tags_throws_is_not_wrapped() {
        TagExpression expression = new TagExpression(template(each()));
        assertThatThrownBy(() -> expression.addTo(new Object[0], List.of("a"), tag -> {
            throw new IllegalArgumentException(tag);
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("a");
    }
}
