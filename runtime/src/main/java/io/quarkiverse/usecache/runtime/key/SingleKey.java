package io.quarkiverse.usecache.runtime.key;

import java.util.Collections;
import java.util.List;

/** The key of a call that one value distinguishes. */
final class SingleKey extends CallKey {

    private final Object argument;

    SingleKey(Object method, Object argument) {
        super(method);
        this.argument = argument;
    }

    @Override
    public CallKey frozen() {
        Object copy = ArrayCopy.of(argument);
        return copy == argument ? this : new SingleKey(method(), copy);
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(argument);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SingleKey key && sameMethod(key) && same(argument, key.argument);
    }

    @Override
    public int hashCode() {
        return 31 * methodHash() + hash(argument);
    }
}
