package io.quarkiverse.usecache.it.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;

/** The application, started in the JVM that measures. */
@State(Scope.Benchmark)
public class RunningApplication {

    /** Generated when the application is built. */
    private static final String APPLICATION = "io.quarkus.runner.ApplicationImpl";

    private Application application;

    @Setup
    public void start() throws ReflectiveOperationException {
        application = (Application) Class.forName(APPLICATION).getDeclaredConstructor().newInstance();
        application.start(new String[0]);
    }

    @TearDown
    public void stop() {
        application.stop();
    }

    public <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
