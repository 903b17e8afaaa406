package io.quarkiverse.usecache.dev.tags;

import java.util.Map;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkiverse.usecache.TagsRevalidated;

/** Remembers how tags were last revalidated, of a bounded number of tags. */
@Singleton
public class LastRevalidations {

    private static final int MOST_TAGS = 10_000;

    private final Cache<String, LastRevalidation> byTag = Caffeine.newBuilder().maximumSize(MOST_TAGS)
            .executor(Runnable::run).build();

    void remember(@ObservesAsync TagsRevalidated event) {
        LastRevalidation last = new LastRevalidation(event.mode(), event.origin(), System.currentTimeMillis());
        event.tags().forEach(tag -> byTag.put(tag, last));
    }

    Map<String, LastRevalidation> all() {
        return byTag.asMap();
    }
}
