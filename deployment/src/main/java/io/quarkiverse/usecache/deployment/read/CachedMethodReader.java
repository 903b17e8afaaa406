package io.quarkiverse.usecache.deployment.read;

import java.util.List;
import java.util.function.Predicate;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.check.ReturnedValues;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.ReturnType;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.template.TagTemplate;

/** Turns a method with an effective {@code @UseCache} into its descriptor. */
public final class CachedMethodReader {

    private static final String DEFAULT_CACHE = "default";

    private final ReturnedValues values;
    private final KeyReader keys;
    private final TagReader tags;
    private final LifeReader lives;
    private final VisibilityReader visibilities;
    private final Predicate<DotName> outlivesCalls;
    private final Mistakes mistakes;

    /** @param outlivesCalls whether the beans of a class are still there when a call has ended */
    public CachedMethodReader(ReturnedValues values, KeyReader keys, TagReader tags, LifeReader lives,
            VisibilityReader visibilities, Predicate<DotName> outlivesCalls, Mistakes mistakes) {
        this.values = values;
        this.keys = keys;
        this.tags = tags;
        this.lives = lives;
        this.visibilities = visibilities;
        this.outlivesCalls = outlivesCalls;
        this.mistakes = mistakes;
    }

    /** The descriptor, or {@code null} if the method is not cached or has a mistake that leaves nothing to describe. */
    public CachedMethodDescriptor read(MethodSite site) {
        AnnotationInstance useCache = site.useCache();
        boolean onMethod = useCache.target().kind() == AnnotationTarget.Kind.METHOD;
        ReturnType returns = site.returns();
        if (!values.check(site, onMethod)) {
            return null;
        }
        String cache = cache(useCache);
        boolean perPrincipal = visibilities.perPrincipal(useCache);
        boolean refreshable = !perPrincipal && (site.isStatic() || outlivesCalls.test(site.receiver().name()));
        Class<?> generator = keys.generator(useCache);
        List<Integer> positions = keys.positions(site, generator != null);
        List<TagTemplate> templates = tags.ofCached(site);
        LifeRule life = lives.read(site, cache);
        return life == null ? null
                : new CachedMethodDescriptor(site.id(), returns.kind(), cache, perPrincipal, refreshable, generator,
                        positions, templates, life, returns.genericName());
    }

    private String cache(AnnotationInstance useCache) {
        AnnotationValue value = useCache.value();
        String name = value == null ? DEFAULT_CACHE : value.asString();
        if (name.isBlank()) {
            mistakes.error("@UseCache has a blank cache name", Place.of(useCache.target()),
                    "Name the cache, or leave the name out for the cache [" + DEFAULT_CACHE + "].");
        }
        return name;
    }

}
