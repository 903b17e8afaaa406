package io.quarkiverse.usecache.runtime.method;

import java.util.List;

/**
 * Names one intercepted method: the bean's class that receives the call, and the method's declaration.
 *
 * @param receiver the bean's class, or the declaring class of a static method
 * @param parameterTypes the erased types, as {@link Class#getName()} gives them
 */
public record MethodId(String receiver, String declaringClass, String name, List<String> parameterTypes) {

    @Override
    public String toString() {
        return declaringClass + "#" + name + "(" + String.join(", ", parameterTypes) + ")";
    }
}
