package io.quarkiverse.usecache.deployment.scan;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.check.Cacheability;
import io.quarkiverse.usecache.deployment.check.CachedClasses;
import io.quarkiverse.usecache.deployment.check.IdentityInjection;
import io.quarkiverse.usecache.deployment.check.KeyEquality;
import io.quarkiverse.usecache.deployment.check.MisplacedAnnotations;
import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.check.ProxiedParameters;
import io.quarkiverse.usecache.deployment.check.RequestInjection;
import io.quarkiverse.usecache.deployment.check.ReturnedValues;
import io.quarkiverse.usecache.deployment.check.SuspendFunctions;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.read.CacheSettings;
import io.quarkiverse.usecache.deployment.read.CachedMethodReader;
import io.quarkiverse.usecache.deployment.read.KeyGenerators;
import io.quarkiverse.usecache.deployment.read.KeyReader;
import io.quarkiverse.usecache.deployment.read.LifeReader;
import io.quarkiverse.usecache.deployment.read.RevalidationReader;
import io.quarkiverse.usecache.deployment.read.TagReader;
import io.quarkiverse.usecache.deployment.read.TemplateReader;
import io.quarkiverse.usecache.deployment.read.VisibilityReader;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Member;

/**
 * All that an application says of caching, with every mistake in it.
 *
 * @param values the types of what the cached methods return
 * @param generatorBeans the types whose beans are key generators
 * @param generatorClasses the key generators that are no beans and are instantiated
 * @param templateMembers the members of application classes that templates read by reflection
 * @param failures the errors, as ArC reports them
 */
public record ApplicationScan(MethodCatalog catalog, Map<MethodId, Type> values, LifeProfiles profiles,
        Set<DotName> generatorBeans,
        Set<String> generatorClasses, Set<Member> templateMembers, List<Throwable> failures, List<String> warnings) {

    /** @param secured whether there is a security extension */
    public static ApplicationScan of(BeanModel beans, CacheSettings caches, boolean secured) {
        Mistakes mistakes = new Mistakes();
        IndexView index = beans.index();
        TypeHierarchy hierarchy = new TypeHierarchy(index);
        KeyGenerators generators = new KeyGenerators(index, beans::beansOfType, mistakes);
        LifeProfiles profiles = new LifeProfiles(caches.profiles(), mistakes::error);
        TemplateReader templates = new TemplateReader(hierarchy, mistakes);
        TagReader tags = new TagReader(templates, mistakes);
        Cacheability cacheability = new Cacheability(hierarchy);
        KeyReader keys = new KeyReader(generators, new ProxiedParameters(beans::isProxied, mistakes),
                new KeyEquality(hierarchy, mistakes), mistakes);
        CachedMethodReader cachedMethods = new CachedMethodReader(new ReturnedValues(hierarchy, cacheability, mistakes), keys,
                tags, new LifeReader(profiles, caches::life, mistakes), new VisibilityReader(secured, mistakes),
                beans::outlivesCalls, mistakes);
        MethodScan methods = new MethodScan(beans, hierarchy, cachedMethods,
                new RevalidationReader(tags, cacheability, mistakes), tags,
                new IdentityInjection(beans::injectedTypes, mistakes),
                new RequestInjection(beans::injectedOfRequest, mistakes), new CachedClasses(hierarchy, mistakes),
                new SuspendFunctions(index, mistakes));
        MethodCatalog catalog = methods.run();
        new MisplacedAnnotations(index, hierarchy, methods.reached(), mistakes).check();
        caches.checkLives(profiles, mistakes);
        return new ApplicationScan(catalog, methods.values(), profiles, generators.beans(), generators.plainClasses(),
                templates.members(),
                mistakes.failures(), mistakes.warnings());
    }
}
