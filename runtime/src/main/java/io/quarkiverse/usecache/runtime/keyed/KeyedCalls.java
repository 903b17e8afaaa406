package io.quarkiverse.usecache.runtime.keyed;

import java.lang.reflect.Type;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import jakarta.interceptor.InvocationContext;

import io.quarkiverse.usecache.runtime.call.CallAdapter;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.NoKey;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.smallrye.mutiny.Uni;

/** Calls code that is cached under a key. Both ways to call it share the entries. */
public final class KeyedCalls {

    private final KeyedFunctions functions;
    private final CallAdapter values;
    private final CallAdapter unis;
    private final boolean enabled;

    /**
     * @param values calls code that returns the value
     * @param unis calls code that returns a {@code Uni}
     * @param enabled whether anything is cached
     */
    public KeyedCalls(KeyedFunctions functions, CallAdapter values, CallAdapter unis, boolean enabled) {
        this.functions = functions;
        this.values = values;
        this.unis = unis;
        this.enabled = enabled;
    }

    /** @param type of the value, or {@code null} if it is not known */
    @SuppressWarnings("unchecked")
    public <T> T value(String cache, Object key, Type type, Callable<T> loader) throws Exception {
        require(loader, "loader");
        return (T) call(values, function(cache, type), new LoaderInvocation(key, loader));
    }

    /** @param type of the item, or {@code null} if it is not known */
    @SuppressWarnings("unchecked")
    public <T> Uni<T> deferred(String cache, Object key, Type type, Supplier<Uni<T>> loader) {
        require(loader, "loader");
        CachedFunction function = function(cache, type);
        try {
            return (Uni<T>) call(unis, function, new LoaderInvocation(key, () -> loaded(loader, function)));
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }

    /** What a call of code that returns a type, or {@code null}, has as its key. */
    public CallKey key(String cache, Object key, Type type) {
        return function(cache, type).key(new LoaderInvocation(key, () -> null));
    }

    private static <T> Uni<T> loaded(Supplier<Uni<T>> loader, CachedFunction function) {
        Uni<T> uni = loader.get();
        if (uni == null) {
            throw new IllegalStateException("The loader of [" + function + "] gave null instead of a Uni. Give "
                    + "Uni.createFrom().nullItem() where there is nothing.");
        }
        return uni;
    }

    private CachedFunction function(String cache, Type type) {
        require(cache, "cache's name");
        if (cache.isEmpty()) {
            throw new IllegalArgumentException("The cache's name must not be empty. Give one that says what is cached.");
        }
        return functions.of(cache, type);
    }

    private Object call(CallAdapter adapter, CachedFunction function, InvocationContext invocation) throws Exception {
        CallKey key = function.key(invocation);
        return enabled && !(key instanceof NoKey) ? adapter.call(invocation, function, key)
                : adapter.bypass(invocation, function, key);
    }

    private static void require(Object argument, String name) {
        if (argument == null) {
            throw new IllegalArgumentException("The " + name + " must not be null.");
        }
    }
}
