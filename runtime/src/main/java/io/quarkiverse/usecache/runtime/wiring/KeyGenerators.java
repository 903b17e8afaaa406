package io.quarkiverse.usecache.runtime.wiring;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.cache.CacheKeyGenerator;

/** The key generators that cached methods name: beans, or instances of plain classes. */
@Singleton
public class KeyGenerators {

    private final Instance<CacheKeyGenerator> beans;

    @Inject
    KeyGenerators(@Any Instance<CacheKeyGenerator> beans) {
        this.beans = beans;
    }

    CacheKeyGenerator of(Class<?> type) {
        if (type == null) {
            return null;
        }
        Class<? extends CacheKeyGenerator> generator = type.asSubclass(CacheKeyGenerator.class);
        Instance<? extends CacheKeyGenerator> bean = beans.select(generator);
        return bean.isResolvable() ? ofBean(bean) : newInstance(generator);
    }

    /** Looked up at each call, so that the bean may have any scope; the instance of a dependent bean ends with the call. */
    private static CacheKeyGenerator ofBean(Instance<? extends CacheKeyGenerator> bean) {
        return (method, arguments) -> {
            try (Instance.Handle<? extends CacheKeyGenerator> handle = bean.getHandle()) {
                return handle.get().generate(method, arguments);
            }
        };
    }

    private static CacheKeyGenerator newInstance(Class<? extends CacheKeyGenerator> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The key generator " + type.getName()
                    + " could not be instantiated. Give it a public constructor without parameters, or make it a bean.", e);
        }
    }
}
