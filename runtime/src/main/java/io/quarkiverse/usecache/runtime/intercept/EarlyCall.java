package io.quarkiverse.usecache.runtime.intercept;

import java.lang.reflect.Method;
import java.util.NoSuchElementException;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.smallrye.config.SmallRyeConfig;

/** A call from code that runs before the application has its configuration, and so before there is a cache. */
final class EarlyCall {

    private EarlyCall() {
    }

    /** @throws IllegalStateException if it is too early, saying when it is not */
    static void refuse(Method method) {
        try {
            ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(UseCacheConfig.class);
        } catch (NoSuchElementException noConfiguration) {
            throw new IllegalStateException(
                    "[" + method.getDeclaringClass().getName() + "#" + method.getName() + "] was called "
                            + "before the application has its configuration, and so before there is a cache. Call it from an "
                            + "observer of StartupEvent instead of @Initialized(ApplicationScoped.class), or later.");
        }
    }
}
