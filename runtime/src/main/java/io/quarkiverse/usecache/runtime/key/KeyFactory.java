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
        return new CompositeKey(identity, hash(identity),
                Stream.concat(Stream.of(principal), key.arguments().stream()).toArray());
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
            return new OnlyKey(new CompositeKey(identity, hash(identity)));
        }
        if (positions.size() == 1) {
            return new KeyOfOne(identity, hash(identity), positions.get(0));
        }
        if (positions.size() == parameterCount) {
            return new KeyOfAll(identity, hash(identity));
        }
        return new KeyOfSome(identity, hash(identity), positions.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Keys that a generator returns. */
    static KeyFactory ofGenerator(Object identity, CacheKeyGenerator generator, String name) {
        return new GeneratedKey(identity, hash(identity), generator, name);
    }

    private static int hash(Object identity) {
        return System.identityHashCode(identity);
    }

    record OnlyKey(CallKey key) implements KeyFactory {

        @Override
        public CallKey keyOf(Method method, Object[] arguments) {
            return key;
        }
    }

    record KeyOfOne(Object identity, int hash, int position) implements KeyFactory {

        @Override
        public CallKey keyOf(Method method, Object[] arguments) {
            return new SingleKey(identity, hash, arguments[position]);
        }
    }

    record KeyOfAll(Object identity, int hash) implements KeyFactory {

        @Override
        public CallKey keyOf(Method method, Object[] arguments) {
            return new CompositeKey(identity, hash, arguments);
        }
    }

    record KeyOfSome(Object identity, int hash, int[] positions) implements KeyFactory {

        @Override
        public CallKey keyOf(Method method, Object[] arguments) {
            Object[] selected = new Object[positions.length];
            for (int i = 0; i < positions.length; i++) {
                selected[i] = arguments[positions[i]];
            }
            return new CompositeKey(identity, hash, selected);
        }
    }

    record GeneratedKey(Object identity, int hash, CacheKeyGenerator generator, String name) implements KeyFactory {

        @Override
        public CallKey keyOf(Method method, Object[] arguments) {
            Object key = generator.generate(method, arguments);
            if (key == null) {
                throw new IllegalStateException("The key generator " + name + " returned null for " + method
                        + ". Return a key for every call, for example a record of what distinguishes it.");
            }
            return new SingleKey(identity, hash, key);
        }
    }
}
