package io.quarkiverse.usecache.runtime.key;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import io.quarkus.cache.CacheKeyGenerator;

/** Makes the keys of one method's calls; which form it has is chosen once. */
public interface KeyFactory {

    CallKey keyOf(Method method, Object[] arguments);

    /** The same key, made another for each principal, whose name comes before the arguments. */
    static CallKey perPrincipal(Object identity, String principal, CallKey key) {
        return new CompositeKey(identity, Stream.concat(Stream.of(principal), key.arguments().stream()).toArray());
    }

    /**
     * Keys made of arguments.
     *
     * @param identity stands for the method; no other method may use the same object
     * @param positions the parameters that count, in order
     * @param parameterCount how many parameters the method has
     */
    static KeyFactory ofArguments(Object identity, List<Integer> positions, int parameterCount) {
        if (positions.isEmpty()) {
            CallKey only = new CompositeKey(identity);
            return (method, arguments) -> only;
        }
        if (positions.size() == 1) {
            int position = positions.get(0);
            return (method, arguments) -> new SingleKey(identity, arguments[position]);
        }
        if (positions.size() == parameterCount) {
            return (method, arguments) -> new CompositeKey(identity, arguments);
        }
        int[] selected = positions.stream().mapToInt(Integer::intValue).toArray();
        return (method, arguments) -> new CompositeKey(identity, select(arguments, selected));
    }

    private static Object[] select(Object[] arguments, int[] positions) {
        Object[] selected = new Object[positions.length];
        for (int i = 0; i < positions.length; i++) {
            selected[i] = arguments[positions[i]];
        }
        return selected;
    }

    /** Keys that a generator returns. */
    static KeyFactory ofGenerator(Object identity, CacheKeyGenerator generator, String name) {
        return (method, arguments) -> {
            Object key = generator.generate(method, arguments);
            if (key == null) {
                throw new IllegalStateException("The key generator " + name + " returned null for " + method
                        + ". Return a key for every call, for example a record of what distinguishes it.");
            }
            return new SingleKey(identity, key);
        };
    }
}
