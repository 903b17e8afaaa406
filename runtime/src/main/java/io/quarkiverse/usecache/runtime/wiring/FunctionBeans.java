package io.quarkiverse.usecache.runtime.wiring;

import java.lang.reflect.Type;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.call.CallAdapters;
import io.quarkiverse.usecache.runtime.call.ReloadRequest;
import io.quarkiverse.usecache.runtime.call.ReloadingCalls;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.intercept.CachedFunctions;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.keyed.KeyedCalls;
import io.quarkiverse.usecache.runtime.keyed.KeyedFunctions;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.CachedMethods;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkus.arc.All;
import io.quarkus.cache.CacheKeyGenerator;

/** Joins what the build recorded of each cached method with its cache and its keys, when it is first called. */
@Singleton
public class FunctionBeans implements CachedFunctions {

    private final CachedMethods methods;
    private final EntryStores stores;
    private final KeyGenerators generators;
    private final Sharing sharing;
    private final List<Source.Layer> layers;

    @Inject
    FunctionBeans(CachedMethods methods, EntryStores stores, KeyGenerators generators, Sharing sharing,
            @All List<Source.Layer> layers) {
        this.methods = methods;
        this.stores = stores;
        this.generators = generators;
        this.sharing = sharing;
        this.layers = layers;
    }

    @Override
    public CachedFunction of(CachedMethodDescriptor descriptor) {
        CachedMethod method = methods.of(descriptor);
        EntryStore store = stores.get(descriptor.cache());
        return new CachedFunction(method, keys(descriptor), store, layered(sharing.sourceOf(method, store), method));
    }

    @Produces
    @Singleton
    KeyedCalls keyedCalls(CallAdapters adapters, ReloadRequest reload, UseCacheConfig config) {
        return new KeyedCalls(new KeyedFunctions(this::keyed),
                ReloadingCalls.honouring(reload, adapters.forKind(ReturnKind.VALUE)),
                ReloadingCalls.honouring(reload, adapters.forKind(ReturnKind.UNI)), config.enabled());
    }

    /** @param type {@code null} for what is to stay on this node */
    private CachedFunction keyed(CachedMethodDescriptor descriptor, KeyFactory keys, Type type) {
        CachedMethod method = methods.of(descriptor);
        EntryStore store = stores.named(descriptor.cache());
        return new CachedFunction(method, keys, store,
                layered(type == null ? Source.METHOD : sharing.sourceOf(method, store, type), method));
    }

    private Source layered(Source source, CachedMethod method) {
        Source layered = source;
        for (Source.Layer layer : layers) {
            layered = layer.over(layered, method);
        }
        return layered;
    }

    private KeyFactory keys(CachedMethodDescriptor descriptor) {
        int parameters = descriptor.id().parameterTypes().size();
        CacheKeyGenerator generator = generators.of(descriptor.keyGenerator());
        return generator == null
                ? KeyFactory.ofArguments(descriptor.id(), descriptor.keyPositions(), parameters)
                : KeyFactory.ofGenerator(descriptor.id(), generator, descriptor.keyGenerator().getName(),
                        descriptor.returns() == ReturnKind.SUSPEND ? parameters - 1 : parameters);
    }
}
