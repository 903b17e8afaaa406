package io.quarkiverse.usecache.deployment.scan;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jboss.jandex.DotName;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.NoClassInterceptors;
import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheKeyGenerator;
import io.smallrye.mutiny.Uni;

/** The names the scan looks for. */
final class Names {

    static final DotName USE_CACHE = DotName.createSimple(UseCache.class);
    static final DotName CACHE_TAG = DotName.createSimple(CacheTag.class);
    static final DotName CACHE_TAGS = DotName.createSimple(CacheTag.List.class);
    static final DotName CACHE_LIFE = DotName.createSimple(CacheLife.class);
    static final DotName REVALIDATE_TAG = DotName.createSimple(RevalidateTag.class);
    static final DotName REVALIDATE_TAGS = DotName.createSimple(RevalidateTag.List.class);
    static final DotName CACHE_KEY = DotName.createSimple(CacheKey.class);
    static final DotName KEY_GENERATOR = DotName.createSimple(CacheKeyGenerator.class);
    static final DotName NO_CLASS_INTERCEPTORS = DotName.createSimple(NoClassInterceptors.class);

    static final DotName UNI = DotName.createSimple(Uni.class);
    static final DotName STAGE = DotName.createSimple(CompletionStage.class);
    static final DotName FUTURE = DotName.createSimple(CompletableFuture.class);

    private Names() {
    }
}
