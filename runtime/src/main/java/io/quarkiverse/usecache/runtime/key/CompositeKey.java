package io.quarkiverse.usecache.runtime.key;

import java.util.Arrays;
import java.util.List;

import io.quarkiverse.usecache.runtime.method.MethodId;

/** The key of a call that no value or several distinguish. */
final class CompositeKey extends CallKey implements Comparable<CompositeKey> {

    private final Object[] arguments;

    /** @param methodHash the same for all keys of the method */
    CompositeKey(MethodId method, int methodHash, Object... arguments) {
        super(method, hash(methodHash, arguments));
        this.arguments = arguments;
    }

    private CompositeKey(CompositeKey original, Object[] arguments) {
        super(original.method(), original.hashCode());
        this.arguments = arguments;
    }

    private static int hash(int methodHash, Object[] arguments) {
        int hash = methodHash;
        for (Object argument : arguments) {
            hash = 31 * hash + hash(argument);
        }
        return hash;
    }

    @Override
    public CallKey frozen() {
        return arguments.length == 0 ? this : new CompositeKey(this, SafeCopy.ofAll(arguments));
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(arguments);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof CompositeKey key) || !mayEqual(key) || arguments.length != key.arguments.length) {
            return false;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (!same(arguments[i], key.arguments[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(CompositeKey other) {
        return ofSameMethod(other) ? ArgumentOrder.compareAll(arguments, other.arguments) : 0;
    }
}
