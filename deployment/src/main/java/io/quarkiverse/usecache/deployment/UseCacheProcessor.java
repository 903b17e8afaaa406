package io.quarkiverse.usecache.deployment;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.deployment.read.CacheSettings;
import io.quarkiverse.usecache.deployment.scan.ApplicationScan;
import io.quarkiverse.usecache.deployment.scan.BeanModel;
import io.quarkiverse.usecache.deployment.scan.Bindings;
import io.quarkiverse.usecache.runtime.intercept.CachedCalls;
import io.quarkiverse.usecache.runtime.intercept.RevalidateTagInterceptor;
import io.quarkiverse.usecache.runtime.intercept.RevalidatingCalls;
import io.quarkiverse.usecache.runtime.intercept.TaggingCalls;
import io.quarkiverse.usecache.runtime.intercept.TagsCallerInterceptor;
import io.quarkiverse.usecache.runtime.intercept.UseCacheInterceptor;
import io.quarkiverse.usecache.runtime.intercept.binding.RevalidatesTags;
import io.quarkiverse.usecache.runtime.intercept.binding.TagsCaller;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.purge.PurgeTargets;
import io.quarkiverse.usecache.runtime.purge.Purgers;
import io.quarkiverse.usecache.runtime.purge.PurgingRevalidations;
import io.quarkiverse.usecache.runtime.purge.RepeatSettings;
import io.quarkiverse.usecache.runtime.revalidate.CacheClearing;
import io.quarkiverse.usecache.runtime.revalidate.LocalTagCache;
import io.quarkiverse.usecache.runtime.revalidate.RevalidationEvents;
import io.quarkiverse.usecache.runtime.revalidate.Revalidations;
import io.quarkiverse.usecache.runtime.session.RequestViews;
import io.quarkiverse.usecache.runtime.session.ViewBegin;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;
import io.quarkiverse.usecache.runtime.view.LiveEntries;
import io.quarkiverse.usecache.runtime.view.StoreView;
import io.quarkiverse.usecache.runtime.wiring.BackgroundBeans;
import io.quarkiverse.usecache.runtime.wiring.CacheBeans;
import io.quarkiverse.usecache.runtime.wiring.CacheBounds;
import io.quarkiverse.usecache.runtime.wiring.CacheLives;
import io.quarkiverse.usecache.runtime.wiring.CacheNames;
import io.quarkiverse.usecache.runtime.wiring.CacheTimes;
import io.quarkiverse.usecache.runtime.wiring.DefaultBeans;
import io.quarkiverse.usecache.runtime.wiring.FunctionBeans;
import io.quarkiverse.usecache.runtime.wiring.KeyGenerators;
import io.quarkiverse.usecache.runtime.wiring.StartCheck;
import io.quarkiverse.usecache.runtime.wiring.UseCacheRecorder;
import io.quarkiverse.usecache.spi.EdgePurger;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.BeanArchiveIndexBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.TransformedAnnotationsBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.cache.deployment.CacheNamesBuildItem;
import io.quarkus.cache.runtime.CacheBuildConfig;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveFieldBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveMethodBuildItem;

/** Discovers, validates and records what the application says of caching. */
class UseCacheProcessor {

    private static final String READ_BY_TEMPLATE = "use-cache: read by a tag template";
    private static final Logger LOG = Logger.getLogger(UseCacheProcessor.class);

    @BuildStep
    FeatureBuildItem nameFeature() {
        return new FeatureBuildItem("use-cache");
    }

    @BuildStep
    AdditionalBeanBuildItem registerInterceptorBindings() {
        return new AdditionalBeanBuildItem(UseCache.class, RevalidatesTags.class, TagsCaller.class);
    }

    @BuildStep
    AdditionalBeanBuildItem registerBeans() {
        return AdditionalBeanBuildItem.builder().setUnremovable()
                .addBeanClasses(UseCacheInterceptor.class, RevalidateTagInterceptor.class, TagsCallerInterceptor.class)
                .addBeanClasses(CachedCalls.class, RevalidatingCalls.class, TaggingCalls.class)
                .addBeanClasses(CacheBeans.class, DefaultBeans.class, FunctionBeans.class, BackgroundBeans.class)
                .addBeanClasses(CacheBounds.class, CacheTimes.class, CacheLives.class, CacheNames.class, KeyGenerators.class,
                        StartCheck.class)
                .addBeanClasses(LocalTagCache.class, Revalidations.class, CacheClearing.class, RevalidationEvents.class)
                .addBeanClasses(PurgeTargets.class, Purgers.class, PurgingRevalidations.class, RepeatSettings.class)
                .addBeanClasses(RequestViews.class, ViewBegin.class)
                .addBeanClasses(LiveEntries.class, StoreView.class)
                .build();
    }

    @BuildStep
    UnremovableBeanBuildItem keepPurgers() {
        return UnremovableBeanBuildItem.beanTypes(EdgePurger.class);
    }

    @BuildStep
    AnnotationsTransformerBuildItem bindInterceptors(CombinedIndexBuildItem index) {
        return new AnnotationsTransformerBuildItem(new Bindings(index.getComputingIndex()));
    }

    @BuildStep
    ApplicationScanBuildItem scanApplication(BeanArchiveIndexBuildItem index, BeanDiscoveryFinishedBuildItem discovery,
            TransformedAnnotationsBuildItem annotations, Capabilities capabilities) {
        BeanModel beans = new BeanModel(index.getIndex(), discovery.getBeans(), discovery.getBeanResolver(),
                annotations::getAnnotation);
        CacheSettings caches = new CacheSettings(ConfigProvider.getConfig());
        return new ApplicationScanBuildItem(
                ApplicationScan.of(beans, caches, capabilities.isPresent(Capability.SECURITY)));
    }

    @BuildStep
    MethodCatalogBuildItem publishCatalog(ApplicationScanBuildItem application, CacheNamesBuildItem names,
            CacheBuildConfig config) {
        MethodCatalog catalog = application.scan().catalog().naming(Bridged.of(names.getNames(), config));
        CatalogSummary.log(catalog);
        return new MethodCatalogBuildItem(catalog);
    }

    @BuildStep
    ValidationErrorBuildItem reportMistakes(ApplicationScanBuildItem application) {
        application.scan().warnings().forEach(LOG::warn);
        return new ValidationErrorBuildItem(application.scan().failures());
    }

    @BuildStep
    void keepKeyGenerators(ApplicationScanBuildItem application, BuildProducer<UnremovableBeanBuildItem> unremovable,
            BuildProducer<ReflectiveClassBuildItem> reflective) {
        unremovable.produce(UnremovableBeanBuildItem.beanTypes(application.scan().generatorBeans()));
        reflective.produce(ReflectiveClassBuildItem
                .builder(application.scan().generatorClasses().toArray(String[]::new))
                .reason("use-cache: instantiated as key generator").build());
    }

    @BuildStep
    void registerTemplateMembers(ApplicationScanBuildItem application, BuildProducer<ReflectiveMethodBuildItem> methods,
            BuildProducer<ReflectiveFieldBuildItem> fields) {
        for (Member member : application.scan().templateMembers()) {
            if (member.method()) {
                methods.produce(new ReflectiveMethodBuildItem(READ_BY_TEMPLATE, member.declaringClass(), member.name(),
                        new String[0]));
            } else {
                fields.produce(new ReflectiveFieldBuildItem(READ_BY_TEMPLATE, member.declaringClass(), member.name()));
            }
        }
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem recordCatalog(MethodCatalogBuildItem catalog, UseCacheRecorder recorder) {
        return SyntheticBeanBuildItem.configure(MethodCatalog.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.catalog(catalog.getCatalog())).done();
    }
}
