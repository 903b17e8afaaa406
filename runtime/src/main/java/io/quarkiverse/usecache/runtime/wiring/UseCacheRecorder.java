package io.quarkiverse.usecache.runtime.wiring;

import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** Hands what the build found to the application. */
@Recorder
public class UseCacheRecorder {

    public RuntimeValue<MethodCatalog> catalog(MethodCatalog catalog) {
        return new RuntimeValue<>(catalog);
    }

    public RuntimeValue<SharedMethods> shared(SharedMethods methods) {
        return new RuntimeValue<>(methods);
    }
}
