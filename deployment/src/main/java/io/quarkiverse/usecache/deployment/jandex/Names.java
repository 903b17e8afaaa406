package io.quarkiverse.usecache.deployment.jandex;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.DotName;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.NoClassInterceptors;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheKeyGenerator;
import io.smallrye.mutiny.Uni;

/** The names the scan looks for. */
public final class Names {

    public static final DotName USE_CACHE = DotName.createSimple(UseCache.class);
    public static final DotName TAG_CACHE = DotName.createSimple(TagCache.class);
    public static final DotName CACHE_TAG = DotName.createSimple(CacheTag.class);
    public static final DotName CACHE_TAGS = DotName.createSimple(CacheTag.List.class);
    public static final DotName CACHE_LIFE = DotName.createSimple(CacheLife.class);
    public static final DotName REVALIDATE_TAG = DotName.createSimple(RevalidateTag.class);
    public static final DotName REVALIDATE_TAGS = DotName.createSimple(RevalidateTag.List.class);
    public static final DotName CACHE_KEY = DotName.createSimple(CacheKey.class);
    public static final DotName KEY_GENERATOR = DotName.createSimple(CacheKeyGenerator.class);
    public static final DotName NO_CLASS_INTERCEPTORS = DotName.createSimple(NoClassInterceptors.class);

    public static final DotName UNI = DotName.createSimple(Uni.class);
    public static final DotName STAGE = DotName.createSimple(CompletionStage.class);
    public static final DotName FUTURE = DotName.createSimple(CompletableFuture.class);
    public static final DotName ITERABLE = DotName.createSimple(Iterable.class);
    public static final DotName MAP = DotName.createSimple(Map.class);
    public static final DotName OPTIONAL = DotName.createSimple(Optional.class);
    public static final DotName SET = DotName.createSimple(Set.class);
    public static final DotName VOID = DotName.createSimple(Void.class);

    /** The annotations of this extension. */
    static final List<DotName> ANNOTATIONS = List.of(USE_CACHE, CACHE_TAG, CACHE_TAGS, CACHE_LIFE, REVALIDATE_TAG,
            REVALIDATE_TAGS);

    private Names() {
    }

    public static Set<DotName> of(String... names) {
        return Stream.of(names).map(DotName::createSimple).collect(Collectors.toUnmodifiableSet());
    }
}
