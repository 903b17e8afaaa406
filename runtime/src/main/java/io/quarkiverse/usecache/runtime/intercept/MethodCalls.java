package io.quarkiverse.usecache.runtime.intercept;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkus.arc.Subclass;

/**
 * Finds what to do at an intercepted method. ArC gives one {@link Method} object to each intercepted method of each bean, and
 * always the same, so that the search is by identity after the first call.
 */
abstract class MethodCalls {

    private record Signature(String receiver, String name, List<String> parameterTypes) {
    }

    private final Map<Signature, MethodCall> known;
    private volatile Map<Method, MethodCall> resolved = new IdentityHashMap<>();

    MethodCalls(Map<MethodId, MethodCall> known) {
        this.known = new HashMap<>();
        known.forEach((id, call) -> this.known.put(new Signature(id.receiver(), id.name(), id.parameterTypes()), call));
    }

    final MethodCall of(InvocationContext invocation) {
        MethodCall call = resolved.get(invocation.getMethod());
        return call == null ? resolve(invocation) : call;
    }

    final Object invoke(InvocationContext invocation) throws Exception {
        return of(invocation).invoke(invocation);
    }

    private synchronized MethodCall resolve(InvocationContext invocation) {
        Method method = invocation.getMethod();
        MethodCall call = known.getOrDefault(signature(method, invocation.getTarget()), MethodCall.PROCEED);
        Map<Method, MethodCall> copy = new IdentityHashMap<>(resolved);
        copy.put(method, call);
        resolved = copy;
        return call;
    }

    private static Signature signature(Method method, Object target) {
        return new Signature(receiver(method, target).getName(), method.getName(),
                Arrays.stream(method.getParameterTypes()).map(Class::getName).toList());
    }

    private static Class<?> receiver(Method method, Object target) {
        if (target == null) {
            return method.getDeclaringClass();
        }
        return target instanceof Subclass ? target.getClass().getSuperclass() : target.getClass();
    }
}
