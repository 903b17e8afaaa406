package io.quarkiverse.usecache.dev.function;

import java.lang.constant.ClassDesc;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.runtime.method.MethodId;

/** Names without their packages. */
final class ShortNames {

    private ShortNames() {
    }

    static String of(MethodId method) {
        return of(method.declaringClass()) + "#" + method.name()
                + method.parameterTypes().stream().map(ShortNames::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String of(String className) {
        ClassDesc type = className.startsWith("[") ? ClassDesc.ofDescriptor(className.replace('.', '/'))
                : ClassDesc.of(className);
        return type.displayName().replace('$', '.');
    }
}
