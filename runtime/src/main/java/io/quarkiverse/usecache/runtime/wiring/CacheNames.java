package io.quarkiverse.usecache.runtime.wiring;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.config.UseCacheConfig;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodCatalog;

/** The names of caches in the configuration of the application that starts, against those that cached methods use. */
@Singleton
public class CacheNames {

    private static final Logger LOG = Logger.getLogger(CacheNames.class);

    private final UseCacheConfig config;
    private final Set<String> named;
    private final Set<String> used = new TreeSet<>();

    @Inject
    CacheNames(UseCacheConfig config, MethodCatalog catalog) {
        this.config = config;
        this.named = catalog.namedCaches();
        catalog.cached().stream().map(CachedMethodDescriptor::cache).forEach(used::add);
    }

    /** A misspelt name would have no effect; in environment variables names lose their case and their punctuation. */
    void warnOfUnused() {
        for (String name : new TreeSet<>(config.caches().keySet())) {
            if (!used.contains(name) && !named.contains(name)) {
                LOG.warnf(
                        "quarkus.use-cache.caches.\"%s\" is configured, but no cached method uses the cache [%s]. Methods use "
                                + "%s. Correct the name, or remove the property. As an environment variable it is written %s; a name "
                                + "of other characters than lower-case letters and digits can be set there only if "
                                + "application.properties has the same property.",
                        name, name, used, variable(name));
            }
        }
    }

    private String variable(String name) {
        String shown = used.isEmpty() ? name : used.iterator().next();
        return "QUARKUS_USE_CACHE_CACHES__" + shown.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")
                + "__MAXIMUM_SIZE";
    }
}
