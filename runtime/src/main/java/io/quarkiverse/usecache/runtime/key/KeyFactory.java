package io.quarkiverse.usecache.runtime.key;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkus.cache.CacheKeyGenerator;

/** Makes the keys of one method's calls; which form it has is chosen once. */
public interface KeyFactory {

    CallKey keyOf(Method called, Object[] arguments);

    /**
     * Whether the key of such a call, once it is {@linkplain CallKey#frozen frozen}, cannot be another at the end of the call.
     */
    default boolean isSettled(Object[] arguments, CallKey key) {
        for (Object argument : key.arguments()) {
            if (!SafeCopy.covers(argument)) {
                return false;
            }
        }
        return true;
    }

    /** The key with the caller in front of the arguments, so that each caller has one of its own. */
    static CallKey perCaller(CallerKey caller, CallKey key) {
        return new CompositeKey(key.method(), key.method().hashCode(),
                Stream.concat(Stream.of(caller), key.arguments().stream()).toArray());
    }

    /**
     * Keys made of arguments.
     *
     * @param positions the parameters that count, in order
     * @param parameterCount how many parameters the method has
     */
    static KeyFactory ofArguments(MethodId method, List<Integer> positions, int parameterCount) {
        if (positions.isEmpty()) {
            return new OnlyKey(new CompositeKey(method, method.hashCode()));
        }
        if (positions.size() == 1) {
            return new KeyOfOne(method, method.hashCode(), positions.get(0));
        }
        if (positions.size() == parameterCount) {
            return new KeyOfAll(method, method.hashCode());
        }
        return new KeyOfSome(method, method.hashCode(), positions.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Keys that a generator returns.
     *
     * @param parameterCount how many parameters it is given, the first ones
     */
    static KeyFactory ofGenerator(MethodId method, CacheKeyGenerator generator, String name, int parameterCount) {
        return new GeneratedKey(method, method.hashCode(), generator, name, parameterCount);
    }

    record OnlyKey(CallKey key) implements KeyFactory {

        @Override
        public CallKey keyOf(Method called, Object[] arguments) {
            return key;
        }
    }

    record KeyOfOne(MethodId method, int hash, int position) implements KeyFactory {

        @Override
        public CallKey keyOf(Method called, Object[] arguments) {
            return new SingleKey(method, hash, arguments[position]);
        }
    }

    record KeyOfAll(MethodId method, int hash) implements KeyFactory {

        @Override
        public CallKey keyOf(Method called, Object[] arguments) {
            return new CompositeKey(method, hash, arguments);
        }
    }

    record KeyOfSome(MethodId method, int hash, int[] positions) implements KeyFactory {

        @Override
        public CallKey keyOf(Method called, Object[] arguments) {
            Object[] selected = new Object[positions.length];
            for (int i = 0; i < positions.length; i++) {
                selected[i] = arguments[positions[i]];
            }
            return new CompositeKey(method, hash, selected);
        }
    }

    record GeneratedKey(MethodId method, int hash, CacheKeyGenerator generator, String name, int parameterCount)
            implements
                KeyFactory {

        @Override
        public CallKey keyOf(Method called, Object[] arguments) {
            Object key = generator.generate(called, given(arguments));
            if (key == null) {
                throw new IllegalStateException("The key generator " + name + " returned null for " + called
                        + ". Return a key for every call, for example a record of what distinguishes it.");
            }
            return new SingleKey(method, hash, key);
        }

        /** The generator may have read anything of the arguments. */
        @Override
        public boolean isSettled(Object[] arguments, CallKey key) {
            return Arrays.stream(given(arguments)).allMatch(Immutable::is);
        }

        private Object[] given(Object[] arguments) {
            return arguments.length == parameterCount ? arguments : Arrays.copyOf(arguments, parameterCount);
        }
    }
}
