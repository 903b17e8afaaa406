package io.quarkiverse.usecache.algorithm;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

import jakarta.interceptor.InvocationContext;

/** What an interceptor is given, where no container makes it. */
public final class TestInvocation implements InvocationContext {

    private final Body body;
    private Object[] arguments;

    public TestInvocation(Body body, Object... arguments) {
        this.body = body;
        this.arguments = arguments;
    }

    @Override
    public Object proceed() throws Exception {
        return body.run(arguments);
    }

    @Override
    public Object[] getParameters() {
        return arguments;
    }

    @Override
    public void setParameters(Object[] changed) {
        arguments = changed;
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

    /** What the intercepted method does. */
    @FunctionalInterface
    public interface Body {

        Object run(Object[] arguments) throws Exception;
    }
}
