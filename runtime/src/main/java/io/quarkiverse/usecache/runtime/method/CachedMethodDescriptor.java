package io.quarkiverse.usecache.runtime.method;

import java.util.List;

import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.template.TagTemplate;

/**
 * What the build knows of a cached method.
 *
 * @param cache the cache's name
 * @param perPrincipal whether the caller's principal is part of the key
 * @param refreshable whether a stale entry may be refreshed behind the call that is given it, when its caller and bean may be
 *        gone
 * @param keyGenerator the generator's class, or {@code null} for none
 * @param keyPositions the parameters that make the key, in order; all of them without {@code @CacheKey}
 * @param tags the templates of the class and of the method, each once
 * @param returnType the declared generic type, for people
 */
public record CachedMethodDescriptor(MethodId id, ReturnKind returns, String cache, boolean perPrincipal,
        boolean refreshable, Class<?> keyGenerator, List<Integer> keyPositions, List<TagTemplate> tags, LifeRule life,
        String returnType) {
}
