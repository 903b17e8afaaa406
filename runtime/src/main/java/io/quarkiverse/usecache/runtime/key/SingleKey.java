package io.quarkiverse.usecache.runtime.key;

import java.util.Collections;
import java.util.List;

import io.quarkiverse.usecache.runtime.method.MethodId;

/** The key of a call that one value distinguishes. */
final class SingleKey extends CallKey implements Comparable<SingleKey> {

    private final Object argument;

    /** @param methodHash the same for all keys of the method */
    SingleKey(MethodId method, int methodHash, Object argument) {
        super(method, 31 * methodHash + hash(argument));
        this.argument = argument;
    }

    private SingleKey(SingleKey original, Object argument) {
        super(original.method(), original.hashCode());
        this.argument = argument;
    }

    @Override
    public CallKey frozen() {
        Object copy = SafeCopy.of(argument);
        return copy == argument ? this : new SingleKey(this, copy);
    }

    @Override
    public List<Object> arguments() {
        return Collections.singletonList(argument);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SingleKey key && mayEqual(key) && same(argument, key.argument);
    }

    @Override
    public int compareTo(SingleKey other) {
        return ofSameMethod(other) ? ArgumentOrder.compare(argument, other.argument) : 0;
    }
}
