package io.quarkiverse.usecache.runtime.intercept;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkus.arc.Subclass;

/**
 * Finds what to do at an intercepted method. ArC gives one {@link Method} object to each intercepted method of each bean, and
 * always the same, so that the search is by identity after the first call. What to do is made at the first call too, so that an
 * application with very many methods starts, and serves its first request, as fast as one with few.
 */
abstract class MethodCalls<D> {

    private record Signature(String receiver, String name, List<String> parameterTypes) {
    }

    private final Map<Signature, D> known = new HashMap<>();
    private volatile Map<Method, MethodCall> resolved = new IdentityHashMap<>();

    /** @param descriptors what the build knows of the methods that are intercepted */
    MethodCalls(List<D> descriptors, Function<D, MethodId> id) {
        for (D descriptor : descriptors) {
            MethodId method = id.apply(descriptor);
            known.put(new Signature(method.receiver(), method.name(), method.parameterTypes()), descriptor);
        }
    }

    abstract MethodCall make(D descriptor);

    final MethodCall of(InvocationContext invocation) {
        MethodCall call = resolved.get(invocation.getMethod());
        return call == null ? resolve(invocation) : call;
    }

    final Object invoke(InvocationContext invocation) throws Exception {
        return of(invocation).invoke(invocation);
    }

    private synchronized MethodCall resolve(InvocationContext invocation) {
        Method method = invocation.getMethod();
        D descriptor = known.get(signature(method, invocation.getTarget()));
        MethodCall call = descriptor == null ? MethodCall.PROCEED : make(descriptor);
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
