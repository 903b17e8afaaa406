package io.quarkiverse.usecache.deployment.jandex;

import java.util.List;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * What the Kotlin compiler makes: a suspend function becomes a method that returns {@code Object} and has a continuation for
 * its last parameter, whose type argument is what the function returns.
 */
public final class Kotlin {

    static final DotName UNIT = DotName.createSimple("kotlin.Unit");
    private static final DotName CONTINUATION = DotName.createSimple("kotlin.coroutines.Continuation");
    private static final DotName METADATA = DotName.createSimple("kotlin.Metadata");
    private static final String OPEN_BODY = "$suspendImpl";
    private static final String DEFAULT_METHODS = "$DefaultImpls";

    private Kotlin() {
    }

    public static boolean isSuspend(MethodInfo method) {
        return isSuspend(method.returnType(), method.parameterTypes());
    }

    static boolean isSuspend(Type returned, List<Type> parameterTypes) {
        return !parameterTypes.isEmpty() && parameterTypes.get(parameterTypes.size() - 1).name().equals(CONTINUATION)
                && returned.name().equals(DotName.OBJECT_NAME);
    }

    /**
     * Whether the function, when it goes on after a suspension, calls the very method that others call. One that can be
     * overridden has a copy for that.
     */
    public static boolean isCalledAgain(MethodInfo suspend) {
        return suspend.declaringClass().hasDeclaredAnnotation(METADATA) && suspend.declaringClass().methods().stream()
                .noneMatch(other -> other.name().equals(suspend.name() + OPEN_BODY));
    }

    /** What a suspend function returns, which its continuation takes: {@code Continuation<? super List<String>>}. */
    static Type result(Type continuation) {
        if (continuation.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return TypeBindings.firstArgument(continuation);
        }
        Type argument = continuation.asParameterizedType().arguments().get(0);
        boolean bounded = argument.kind() == Type.Kind.WILDCARD_TYPE && argument.asWildcardType().superBound() != null;
        return bounded ? argument.asWildcardType().superBound() : argument;
    }

    /**
     * Whether a compiler has made the method for another, whose annotations it has copied: a bridge, {@code find$suspendImpl},
     * or what classes that implement an interface call for its default methods.
     */
    public static boolean isCopy(MethodInfo method) {
        return method.isSynthetic() || method.declaringClass().name().toString().endsWith(DEFAULT_METHODS);
    }
}
