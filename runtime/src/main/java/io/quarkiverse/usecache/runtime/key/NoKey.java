package io.quarkiverse.usecache.runtime.key;

import java.util.List;

import io.quarkiverse.usecache.runtime.method.MethodId;

/** In place of a key, for a call whose arguments make none: no cache is asked, and nothing is kept. */
public final class NoKey extends CallKey {

    public NoKey(MethodId method) {
        super(method, method.hashCode());
    }

    @Override
    public CallKey frozen() {
        return this;
    }

    @Override
    public List<Object> arguments() {
        return List.of();
    }
}
