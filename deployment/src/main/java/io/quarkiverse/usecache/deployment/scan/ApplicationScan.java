package io.quarkiverse.usecache.deployment.scan;

import org.jboss.jandex.IndexView;

import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;

/** Reads and checks all that an application says of caching, with every mistake in it. */
public final class ApplicationScan {

    private final Mistakes mistakes = new Mistakes();
    private final KeyGenerators generators;
    private final TemplateReader templates;
    private final LifeProfiles profiles;
    private final MethodCatalog catalog;

    /** @param secured whether there is a security extension */
    public ApplicationScan(BeanModel beans, UseCacheBuildTimeConfig config, CacheSettings caches, boolean secured) {
        IndexView index = beans.index();
        this.generators = new KeyGenerators(index, beans::beansOfType, mistakes);
        this.profiles = new LifeProfiles(config.life(), mistakes::error);
        this.templates = new TemplateReader(index, mistakes);
        TagReader tags = new TagReader(templates, mistakes);
        Cacheability cacheability = new Cacheability(index, mistakes);
        CachedMethodReader cachedMethods = new CachedMethodReader(cacheability,
                new KeyReader(generators, new ProxiedParameters(beans::isProxied, mistakes),
                        new ParameterEquality(index, mistakes), mistakes),
                tags,
                new LifeReader(profiles, caches::life, mistakes), new VisibilityReader(secured, mistakes), mistakes);
        FoundMethods found = new MethodScan(beans, cachedMethods, new RevalidationReader(tags, cacheability, mistakes), tags,
                new IdentityInjection(beans::injectedTypes, mistakes)).run();
        this.catalog = found.catalog();
        new MisplacedAnnotations(index, found, mistakes).check();
        caches.checkLives(profiles, mistakes);
        caches.checkUse(catalog, mistakes);
    }

    public MethodCatalog catalog() {
        return catalog;
    }

    public KeyGenerators generators() {
        return generators;
    }

    public TemplateReader templates() {
        return templates;
    }

    public LifeProfiles profiles() {
        return profiles;
    }

    public Mistakes mistakes() {
        return mistakes;
    }
}
