package io.quarkiverse.usecache.runtime.shared;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.interceptor.InvocationContext;

/** What an interceptor is given. */
final class TestCall implements InvocationContext {

    private final Callable<Object> body;
    private Object[] parameters;

    TestCall(Callable<Object> body, Object... parameters) {
        this.body = body;
        this.parameters = parameters;
    }

    @Override
    public Object proceed() throws Exception {
        return body.call();
    }

    @Override
    public Object[] getParameters() {
        return parameters;
    }

    @Override
    public void setParameters(Object[] changed) {
        parameters = changed;
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
        return new HashMap<>();
    }
}
