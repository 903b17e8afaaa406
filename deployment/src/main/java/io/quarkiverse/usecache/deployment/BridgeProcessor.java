package io.quarkiverse.usecache.deployment;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import jakarta.inject.Singleton;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.json.JsonValues;
import io.quarkiverse.usecache.deployment.json.SharedResults;
import io.quarkiverse.usecache.deployment.json.ValueTypes;
import io.quarkiverse.usecache.runtime.bridge.BridgeRecorder;
import io.quarkiverse.usecache.runtime.bridge.BridgedCaches;
import io.quarkiverse.usecache.runtime.bridge.BridgedNames;
import io.quarkiverse.usecache.runtime.bridge.BridgedSettings;
import io.quarkiverse.usecache.runtime.bridge.InvalidateAllInterceptor;
import io.quarkiverse.usecache.runtime.bridge.InvalidateInterceptor;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkiverse.usecache.runtime.method.ValueType;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.cache.deployment.CacheManagerInfoBuildItem;
import io.quarkus.cache.deployment.CacheNamesBuildItem;
import io.quarkus.cache.deployment.spi.AdditionalCacheNameBuildItem;
import io.quarkus.cache.runtime.CacheBuildConfig;
import io.quarkus.cache.runtime.CacheInvalidateAllInterceptor;
import io.quarkus.cache.runtime.CacheInvalidateInterceptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;

/** Serves the caches of quarkus-cache, where the application asks for that. */
@BuildSteps(onlyIf = BridgeProcessor.Wanted.class)
class BridgeProcessor {

    private static final String CACHED_SECTION = "io.quarkus.qute.runtime.cache.CacheConfigurator";

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    CacheManagerInfoBuildItem offerCaches(BridgeRecorder recorder) {
        return new CacheManagerInfoBuildItem(recorder.info());
    }

    @BuildStep
    void registerBeans(BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<ExcludedTypeBuildItem> replaced) {
        beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(BridgedCaches.class, BridgedSettings.class)
                .addBeanClasses(InvalidateInterceptor.class, InvalidateAllInterceptor.class).build());
        replaced.produce(new ExcludedTypeBuildItem(CacheInvalidateInterceptor.class.getName()));
        replaced.produce(new ExcludedTypeBuildItem(CacheInvalidateAllInterceptor.class.getName()));
    }

    @BuildStep
    BridgedCachesBuildItem findCaches(CacheNamesBuildItem names, CacheBuildConfig config, UseCacheBuildTimeConfig ours,
            CombinedIndexBuildItem index, BuildProducer<ValidationErrorBuildItem> errors) {
        Mistakes mistakes = new Mistakes();
        Set<String> bridged = Bridged.of(names.getNames(), config);
        Map<String, Type> shared = new SharedResults(index.getIndex(),
                new JsonValues(new TypeHierarchy(index.getIndex())), mistakes).of(bridged, ours);
        errors.produce(new ValidationErrorBuildItem(mistakes.failures()));
        return new BridgedCachesBuildItem(bridged, shared);
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem recordNames(BridgedCachesBuildItem caches, BridgeRecorder recorder) {
        Map<String, ValueType> shared = new TreeMap<>();
        caches.shared().forEach((cache, type) -> shared.put(cache, ValueTypes.of(type)));
        return SyntheticBeanBuildItem.configure(BridgedNames.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.names(caches.names(), shared)).done();
    }

    @BuildStep
    void registerForNative(BridgedCachesBuildItem caches, BuildProducer<ReflectiveHierarchyBuildItem> values) {
        caches.shared().values().forEach(value -> values
                .produce(ReflectiveHierarchyBuildItem.builder(value).source("use-cache: a value as JSON").build()));
    }

    /**
     * Lets the templates of Qute cache fragments: Qute refuses all types but Caffeine, as it cannot know which keep what they
     * cache in this process.
     */
    @BuildStep
    void cacheFragments(CacheBuildConfig config, BuildProducer<ExcludedTypeBuildItem> replaced,
            BuildProducer<AdditionalBeanBuildItem> beans, BuildProducer<AdditionalCacheNameBuildItem> names) {
        if (QuarkusClassLoader.isClassPresentAtRuntime(CACHED_SECTION) && Bridged.isRefusedByQute(config)) {
            replaced.produce(new ExcludedTypeBuildItem("io.quarkus.qute.runtime.cache.UnsupportedRemoteCacheConfigurator"));
            beans.produce(new AdditionalBeanBuildItem(CACHED_SECTION));
            names.produce(new AdditionalCacheNameBuildItem(Bridged.OF_QUTE));
        }
    }

    static class Wanted implements BooleanSupplier {

        CacheBuildConfig config;

        @Override
        public boolean getAsBoolean() {
            return Bridged.isUsed(config);
        }
    }
}
