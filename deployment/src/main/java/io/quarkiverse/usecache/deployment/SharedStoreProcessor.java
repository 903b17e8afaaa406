package io.quarkiverse.usecache.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.json.JsonValues;
import io.quarkiverse.usecache.deployment.json.SharedScan;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkiverse.usecache.runtime.consistency.RequestTokens;
import io.quarkiverse.usecache.runtime.consistency.TokenFilters;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkiverse.usecache.runtime.redis.bean.RedisStoreRecorder;
import io.quarkiverse.usecache.runtime.wiring.SharedBeans;
import io.quarkiverse.usecache.runtime.wiring.UseCacheRecorder;
import io.quarkiverse.usecache.spi.SharedStore;
import io.quarkiverse.usecache.spi.ValueCodec;
import io.quarkus.arc.BeanDestroyer;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.BeanArchiveIndexBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem.ExtendedBeanConfigurator;
import io.quarkus.arc.deployment.ValidationPhaseBuildItem.ValidationErrorBuildItem;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageProxyDefinitionBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;
import io.smallrye.common.annotation.Identifier;

/** Puts caches into a store that several nodes share; nothing of it is there for an application that has none. */
class SharedStoreProcessor {

    private static final String SCRIPTS = "io/quarkiverse/usecache/runtime/redis/*.lua";
    private static final DotName RECORD = DotName.createSimple("java.lang.Record");
    private static final String CLIENT_HEALTH = "quarkus.redis.health.enabled";
    private static final String CLIENT_CONFIG = "io.quarkus.redis.runtime.client.config.RedisClientConfig";

    @BuildStep
    void findSharedMethods(ApplicationScanBuildItem application, BeanArchiveIndexBuildItem index,
            UseCacheBuildTimeConfig config, Capabilities capabilities, BuildProducer<SharedMethodsBuildItem> shared,
            BuildProducer<ValidationErrorBuildItem> errors) {
        List<CachedMethodDescriptor> cached = application.scan().catalog().cached();
        Map<MethodId, Type> values = application.scan().values();
        Mistakes mistakes = new Mistakes();
        SharedScan scan = new SharedScan(config, new JsonValues(new TypeHierarchy(index.getIndex())), mistakes);
        scan.check(cached, values, capabilities.isPresent(Capability.REDIS_CLIENT));
        errors.produce(new ValidationErrorBuildItem(mistakes.failures()));
        if (mistakes.failures().isEmpty() && SharedScan.isUsed(config)) {
            SharedMethods found = scan.found(cached, values);
            shared.produce(new SharedMethodsBuildItem(found,
                    found.methods().stream().map(method -> values.get(method.id())).toList()));
        }
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    void recordSharedMethods(Optional<SharedMethodsBuildItem> shared, UseCacheRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        shared.ifPresent(each -> beans.produce(SyntheticBeanBuildItem.configure(SharedMethods.class).scope(Singleton.class)
                .unremovable().runtimeValue(recorder.shared(each.methods())).done()));
    }

    @BuildStep
    void startNode(UseCacheBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (isShared(config, capabilities)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(SharedBeans.class));
        }
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void makeStore(Optional<SharedMethodsBuildItem> shared, UseCacheBuildTimeConfig config, RedisStoreRecorder recorder,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        if (shared.isPresent()) {
            beans.produce(named(SharedStore.class).addInjectionPoint(type("io.vertx.core.Vertx"))
                    .addInjectionPoint(type("io.quarkus.tls.TlsConfigurationRegistry"))
                    .addInjectionPoint(type("io.quarkus.proxy.ProxyConfigurationRegistry"))
                    .createWith(recorder.store(config.redis().client()))
                    .destroyer(BeanDestroyer.AutoCloseableDestroyer.class).done());
            beans.produce(named(ValueCodec.class)
                    .addInjectionPoint(type("com.fasterxml.jackson.databind.ObjectMapper"))
                    .createWith(recorder.codec()).done());
        }
    }

    /** Lets a client see its own write on other nodes. */
    @BuildStep
    void carryTokens(UseCacheBuildTimeConfig config, Capabilities capabilities,
            BuildProducer<AdditionalBeanBuildItem> beans) {
        if (isShared(config, capabilities) && capabilities.isPresent(Capability.VERTX_HTTP)) {
            beans.produce(AdditionalBeanBuildItem.builder().setUnremovable()
                    .addBeanClasses(RequestTokens.class, TokenFilters.class).build());
        }
    }

    @BuildStep
    void tellHealth(UseCacheBuildTimeConfig config, Capabilities capabilities, BuildProducer<HealthBuildItem> checks) {
        if (isShared(config, capabilities) && capabilities.isPresent(Capability.SMALLRYE_HEALTH)) {
            checks.produce(new HealthBuildItem("io.quarkiverse.usecache.runtime.observability.SharedStoreHealth",
                    config.redis().health().enabled()));
        }
    }

    /** The client's own check takes the application out of service for a Redis that the cache can do without. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void tellOfTheClientsHealth(UseCacheBuildTimeConfig config, Capabilities capabilities, RedisStoreRecorder recorder) {
        if (isShared(config, capabilities) && capabilities.isPresent(Capability.SMALLRYE_HEALTH)
                && ConfigProvider.getConfig().getOptionalValue(CLIENT_HEALTH, boolean.class).orElse(true)) {
            recorder.tellOfTheClientsHealth();
        }
    }

    /** What becomes of beans cannot wait for {@link SharedMethodsBuildItem}, which comes of them. */
    static boolean isShared(UseCacheBuildTimeConfig config, Capabilities capabilities) {
        return SharedScan.isUsed(config) && capabilities.isPresent(Capability.REDIS_CLIENT);
    }

    private static ExtendedBeanConfigurator named(Class<?> type) {
        return SyntheticBeanBuildItem.configure(type).scope(Singleton.class).unremovable().setRuntimeInit()
                .addQualifier().annotation(Identifier.class).addValue("value", SharedMethods.REDIS).done();
    }

    private static Type type(String name) {
        return ClassType.create(name);
    }

    /**
     * For native executables: the components of records, of which the text of keys is made that are the same on all nodes. Of
     * libraries that are not in the index, only those are known that are parameters.
     */
    @BuildStep
    void registerKeys(Optional<SharedMethodsBuildItem> shared, CombinedIndexBuildItem index,
            BuildProducer<ReflectiveClassBuildItem> reflective) {
        shared.ifPresent(found -> {
            Set<String> known = new TreeSet<>(found.parameters());
            index.getIndex().getKnownDirectSubclasses(RECORD).forEach(each -> known.add(each.name().toString()));
            reflective.produce(ReflectiveClassBuildItem.builder(known.toArray(String[]::new)).constructors(false).methods()
                    .reason("use-cache: part of a key").build());
        });
    }

    /** For native executables: the scripts, the client's configuration with own settings, and what JSON is made of. */
    @BuildStep
    void registerForNative(Optional<SharedMethodsBuildItem> shared,
            BuildProducer<NativeImageResourcePatternsBuildItem> resources,
            BuildProducer<NativeImageProxyDefinitionBuildItem> proxies,
            BuildProducer<ReflectiveHierarchyBuildItem> values) {
        if (shared.isPresent()) {
            resources.produce(NativeImageResourcePatternsBuildItem.builder().includeGlob(SCRIPTS).build());
            proxies.produce(new NativeImageProxyDefinitionBuildItem(CLIENT_CONFIG));
            shared.get().values().forEach(value -> values
                    .produce(ReflectiveHierarchyBuildItem.builder(value).source("use-cache: a value as JSON").build()));
        }
    }
}
