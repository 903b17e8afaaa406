package io.quarkiverse.usecache.runtime.template;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

/** Finds the method or field of a {@link Member}, in classes of any visibility. */
final class MemberHandle {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private MemberHandle() {
    }

    static MethodHandle of(Member member) throws ReflectiveOperationException {
        Class<?> owner = Class.forName(member.declaringClass(), false, Thread.currentThread().getContextClassLoader());
        return member.method() ? of(owner.getDeclaredMethod(member.name())) : ofField(owner, member.name());
    }

    // Quarkus gives entities with public fields generated getters, and only these load what Hibernate has not loaded yet:
    // the field of a proxy is null, which would leave the tag out.
    private static MethodHandle ofField(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        Optional<Method> generated = generatedGetter(owner, field);
        return generated.isPresent() ? of(generated.get()) : LOOKUP.unreflectGetter(accessible(field));
    }

    private static Optional<Method> generatedGetter(Class<?> owner, Field field) {
        String suffix = field.getName().substring(0, 1).toUpperCase(Locale.ROOT) + field.getName().substring(1);
        return Stream.of(owner.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == field.getType())
                .filter(method -> method.getName().equals("get" + suffix) || method.getName().equals("is" + suffix))
                .findFirst();
    }

    private static MethodHandle of(Method method) throws IllegalAccessException {
        return LOOKUP.unreflect(accessible(method));
    }

    // A refusal is reported by the look-up, with the reason.
    private static <T extends AccessibleObject> T accessible(T member) {
        member.trySetAccessible();
        return member;
    }
}
