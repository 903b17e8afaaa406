package io.quarkiverse.usecache.it.benchmarks.contestant;

import org.springframework.cache.annotation.Cacheable;

/** The methods that are measured, cached by Spring: each in a cache of its own, because its keys know no method. */
public class SpringProducts {

    @Cacheable("featured")
    public String featured() {
        return "product";
    }

    @Cacheable("by-id")
    public String byId(String id) {
        return id;
    }

    @Cacheable("by-id-and-language")
    public String byIdAndLanguage(String id, String language) {
        return id;
    }

    @Cacheable("by-key")
    public String byKey(ProductKey key) {
        return key.id();
    }

    @Cacheable(Misses.CACHE)
    public Long loaded(Long id) {
        return id;
    }
}
