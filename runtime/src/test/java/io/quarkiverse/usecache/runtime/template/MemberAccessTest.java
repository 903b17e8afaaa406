package io.quarkiverse.usecache.runtime.template;

import static io.quarkiverse.usecache.runtime.template.Templates.argument;
import static io.quarkiverse.usecache.runtime.template.Templates.field;
import static io.quarkiverse.usecache.runtime.template.Templates.method;
import static io.quarkiverse.usecache.runtime.template.Templates.tags;
import static io.quarkiverse.usecache.runtime.template.Templates.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

class MemberAccessTest {

    private record Hidden(int id) {
    }

    private interface Identified {
        default String getCode() {
            return "default";
        }
    }

    private static class Base implements Identified {
        public String name = "field";

        public boolean isOpen() {
            return true;
        }
    }

    private static final class Derived extends Base {
        @Override
        public String getCode() {
            return "overridden";
        }
    }

    /** As Quarkus rewrites an entity with public fields. */
    private static class Entity {
        protected Long id;
        protected boolean paid;

        public Long getId() {
            return id;
        }

        public boolean isPaid() {
            return paid;
        }
    }

    private static final class LazyProxy extends Entity {
        @Override
        public Long getId() {
            return 42L;
        }

        @Override
        public boolean isPaid() {
            return true;
        }
    }

    static Stream<Arguments> members() {
        return Stream.of(
                of(new Hidden(5), method(Hidden.class, "id"), "5"),
                of(new Derived(), method(Identified.class, "getCode"), "overridden"),
                of(new Base(), method(Identified.class, "getCode"), "default"),
                of(new Derived(), method(Base.class, "isOpen"), "true"),
                of(new Derived(), field(Base.class, "name"), "field"),
                of(new LazyProxy(), field(Entity.class, "id"), "42"),
                of(new LazyProxy(), field(Entity.class, "paid"), "true"),
                of(new UUID(1, 2), method(UUID.class, "getLeastSignificantBits"), "2"),
                of(LocalDate.of(2026, 1, 31), method(LocalDate.class, "getDayOfMonth"), "31"));
    }

    @ParameterizedTest
    @MethodSource("members")
    void members_of_any_visibility_are_read(Object owner, Member member, String expected) {
        assertThat(tags(template(argument(0, member)), null, owner)).containsExactly(expected);
    }

    @Test
    void a_missing_member_fails_when_the_expression_is_built() {
        TagTemplate template = template(argument(0, method(Hidden.class, "gone")));
        assertThatThrownBy(() -> new TagExpression(template))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The tag template \"t:{x}\" reads " + Hidden.class.getName()
                        + "#gone(), which is missing or not accessible."
                        + " Build the application again with the classes it runs with.");
    }
}
