package io.quarkiverse.usecache.deployment.property;

import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** The names of getters and of the properties they read, as JavaBeans have them. */
final class GetterName {

    private static final DotName BOOLEAN = DotName.createSimple(Boolean.class);

    private GetterName() {
    }

    static Optional<String> propertyOf(MethodInfo method) {
        if (!isReader(method)) {
            return Optional.empty();
        }
        return withoutPrefix(method.name(), "get")
                .or(() -> isBoolean(method.returnType()) ? withoutPrefix(method.name(), "is") : Optional.empty());
    }

    /** The getter that Quarkus generates for a public field of an entity. */
    static String generatedFor(FieldInfo field) {
        String prefix = field.type().name().toString().equals("boolean") ? "is" : "get";
        return prefix + field.name().substring(0, 1).toUpperCase(Locale.ROOT) + field.name().substring(1);
    }

    private static boolean isReader(MethodInfo method) {
        return Modifier.isPublic(method.flags()) && !Modifier.isStatic(method.flags()) && !method.isSynthetic()
                && method.parametersCount() == 0 && method.returnType().kind() != Type.Kind.VOID;
    }

    private static boolean isBoolean(Type type) {
        return type.name().equals(BOOLEAN) || type.name().toString().equals("boolean");
    }

    private static Optional<String> withoutPrefix(String name, String prefix) {
        if (!name.startsWith(prefix) || name.length() == prefix.length()) {
            return Optional.empty();
        }
        String rest = name.substring(prefix.length());
        return Character.isLowerCase(rest.charAt(0)) ? Optional.empty() : Optional.of(decapitalized(rest));
    }

    // "URL" stays as it is.
    private static String decapitalized(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
