package io.quarkiverse.usecache.runtime.bridge;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.quarkiverse.usecache.runtime.method.ValueType;
import io.quarkus.arc.Arc;
import io.quarkus.cache.CacheManager;
import io.quarkus.cache.CacheManagerInfo;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** Offers quarkus-cache the caches of this extension, as one of its types. */
@Recorder
public class BridgeRecorder {

    /** The type's name in the configuration of quarkus-cache. */
    public static final String TYPE = "use-cache";

    public RuntimeValue<BridgedNames> names(Set<String> names, Map<String, ValueType> shared) {
        return new RuntimeValue<>(new BridgedNames(names, shared));
    }

    public CacheManagerInfo info() {
        return new CacheManagerInfo() {
            @Override
            public boolean supports(Context context) {
                return context.cacheEnabled() && TYPE.equals(context.cacheType());
            }

            @Override
            public Supplier<CacheManager> get(Context context) {
                Set<String> names = context.cacheNames();
                return () -> Arc.container().instance(BridgedCaches.class).get().manager(names);
            }
        };
    }
}
