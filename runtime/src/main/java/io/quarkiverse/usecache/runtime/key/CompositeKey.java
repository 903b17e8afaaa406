package io.quarkiverse.usecache.runtime.key;

import java.util.Arrays;
import java.util.List;

/** The key of a call that no value or several distinguish. */
final class CompositeKey extends CallKey {

    private final Object[] arguments;

    CompositeKey(Object method, Object... arguments) {
        super(method);
        this.arguments = arguments;
    }

    @Override
    public CallKey frozen() {
        return new CompositeKey(method(), (Object[]) ArrayCopy.of(arguments));
    }

    @Override
    public List<Object> arguments() {
        return Arrays.asList(arguments);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof CompositeKey key) || !sameMethod(key) || arguments.length != key.arguments.length) {
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
    public int hashCode() {
        int hash = methodHash();
        for (Object argument : arguments) {
            hash = 31 * hash + hash(argument);
        }
        return hash;
    }
}
