package io.quarkiverse.usecache.runtime.keyed;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.interceptor.InvocationContext;

/** A loader, as the algorithm sees it: the call of a method whose only argument is the key. */
final class LoaderInvocation implements InvocationContext {

    private final Callable<?> loader;
    private volatile Object[] parameters;

    LoaderInvocation(Object key, Callable<?> loader) {
        this.loader = loader;
        this.parameters = new Object[] { key };
    }

    @Override
    public Object proceed() throws Exception {
        return loader.call();
    }

    @Override
    public Object[] getParameters() {
        return parameters;
    }

    @Override
    public void setParameters(Object[] copies) {
        parameters = copies;
    }

    @Override
    public Method getMethod() {
        return null;
    }

    @Override
    public Object getTarget() {
        return null;
    }

    @Override
    public Object getTimer() {
        return null;
    }

    @Override
    public Constructor<?> getConstructor() {
        return null;
    }

    @Override
    public Map<String, Object> getContextData() {
        return new HashMap<>();
    }
}
