package io.quarkiverse.usecache.deployment.read;

import java.util.List;
import java.util.stream.IntStream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.usecache.deployment.check.KeyEquality;
import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.check.ProxiedParameters;
import io.quarkiverse.usecache.deployment.jandex.MethodSite;
import io.quarkiverse.usecache.deployment.jandex.Names;
import io.quarkiverse.usecache.deployment.jandex.Place;

/** Reads what a cached method's key is made of. */
public final class KeyReader {

    private final KeyGenerators generators;
    private final ProxiedParameters proxied;
    private final KeyEquality equality;
    private final Mistakes mistakes;

    public KeyReader(KeyGenerators generators, ProxiedParameters proxied, KeyEquality equality, Mistakes mistakes) {
        this.generators = generators;
        this.proxied = proxied;
        this.equality = equality;
        this.mistakes = mistakes;
    }

    /** The generator's class, or {@code null} for none. */
    Class<?> generator(AnnotationInstance useCache) {
        AnnotationValue value = useCache.value("keyGenerator");
        DotName name = value == null ? Names.KEY_GENERATOR : value.asClass().name();
        return name.equals(Names.KEY_GENERATOR) ? null : generators.require(name, Place.of(useCache.target()));
    }

    /** The positions of the parameters with {@code @CacheKey}, or of all of them. */
    List<Integer> positions(MethodSite site, boolean generated) {
        List<Integer> chosen = chosen(site.method());
        if (generated && !chosen.isEmpty()) {
            mistakes.error("@CacheKey has no effect beside a keyGenerator", Place.of(site.method()), "Remove one of them.");
        }
        List<Integer> positions = chosen.isEmpty() ? IntStream.range(0, site.parameterTypes().size()).boxed().toList()
                : chosen;
        if (!generated) {
            positions.forEach(position -> check(site, position));
        }
        return positions;
    }

    private void check(MethodSite site, int position) {
        if (!proxied.check(site, position)) {
            equality.check(site, position);
        }
    }

    private static List<Integer> chosen(MethodInfo method) {
        return IntStream.range(0, method.parametersCount())
                .filter(position -> method.parameters().get(position).hasAnnotation(Names.CACHE_KEY)).boxed().toList();
    }
}
