package io.quarkiverse.usecache.runtime.call;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.interceptor.InvocationContext;

/** A call of a method without arguments. */
record Invocation(Supplier<Object> body) implements InvocationContext {

    @Override
    public Object proceed() {
        return body.get();
    }

    @Override
    public Object[] getParameters() {
        return new Object[0];
    }

    @Override
    public void setParameters(Object[] params) {
        if (params.length > 0) {
            throw new IllegalArgumentException("The method has no parameters");
        }
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
    public Method getMethod() {
        return null;
    }

    @Override
    public Constructor<?> getConstructor() {
        return null;
    }

    @Override
    public Map<String, Object> getContextData() {
        return Map.of();
    }
}
