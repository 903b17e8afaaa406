package io.quarkiverse.usecache.runtime.revalidate;

import java.util.concurrent.CompletionStage;

/** Clears caches as {@link io.quarkiverse.usecache.TagCache} does, without waiting, and says whether other nodes are told. */
public interface Clearing {

    /** @throws IllegalArgumentException if there is no such cache */
    CompletionStage<Boolean> clearing(String cacheName);

    CompletionStage<Boolean> clearingAll();
}
