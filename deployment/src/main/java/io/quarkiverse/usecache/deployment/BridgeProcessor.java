package io.quarkiverse.usecache.deployment;

import java.util.function.BooleanSupplier;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.bridge.BridgeRecorder;
import io.quarkiverse.usecache.runtime.bridge.BridgedCaches;
import io.quarkiverse.usecache.runtime.bridge.BridgedNames;
import io.quarkiverse.usecache.runtime.bridge.BridgedSettings;
import io.quarkiverse.usecache.runtime.bridge.InvalidateAllInterceptor;
import io.quarkiverse.usecache.runtime.bridge.InvalidateInterceptor;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.ExcludedTypeBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
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
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem recordNames(CacheNamesBuildItem names, CacheBuildConfig config, BridgeRecorder recorder) {
        return SyntheticBeanBuildItem.configure(BridgedNames.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.names(Bridged.of(names.getNames(), config))).done();
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
