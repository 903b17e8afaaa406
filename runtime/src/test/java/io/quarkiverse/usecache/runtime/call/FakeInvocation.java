package io.quarkiverse.usecache.runtime.call;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

import jakarta.interceptor.InvocationContext;

/** What an interceptor is given. */
final class FakeInvocation implements InvocationContext {

    private final TestMethod.Body body;
    private Object[] parameters;

    FakeInvocation(TestMethod.Body body, Object... parameters) {
        this.body = body;
        this.parameters = parameters;
    }

    @Override
    public Object proceed() throws Exception {
        return body.run(parameters);
    }

    @Override
    public Object[] getParameters() {
        return parameters;
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
    public void setParameters(Object[] params) {
        parameters = params;
    }

    @Override
    public Map<String, Object> getContextData() {
        return new HashMap<>();
    }
}
