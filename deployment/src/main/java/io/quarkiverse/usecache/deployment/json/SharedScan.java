package io.quarkiverse.usecache.deployment.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkiverse.usecache.runtime.method.SharedMethods.SharedMethod;

/** Finds which caches are in a shared store, and what is in the way of that. */
public final class SharedScan {

    private static final String EMBEDDED = "embedded";
    private static final String STORE = "quarkus.use-cache.store";

    private final UseCacheBuildTimeConfig config;
    private final JsonValues json;
    private final Mistakes mistakes;

    public SharedScan(UseCacheBuildTimeConfig config, JsonValues json, Mistakes mistakes) {
        this.config = config;
        this.json = json;
        this.mistakes = mistakes;
    }

    /**
     * Reports the names of stores that there are not, a client that is missing, and values that JSON cannot carry.
     *
     * @param values the types of what the methods return
     * @param hasClient whether there is a client for Redis
     */
    public void check(List<CachedMethodDescriptor> cached, Map<MethodId, Type> values, boolean hasClient) {
        stores(config).forEach((property, store) -> {
            if (!Set.of(EMBEDDED, SharedMethods.REDIS).contains(store)) {
                mistakes.error("There is no store [" + store + "]", property, "Give [embedded] or [redis].");
            } else if (store.equals(SharedMethods.REDIS) && !hasClient) {
                mistakes.error("The store [redis] needs a Redis client, and there is none", property,
                        "Add the extension quarkus-redis-client, or set the store to [embedded].");
            }
        });
        methods(cached).forEach(method -> checkValue(method.id(), values.get(method.id())));
    }

    /** Whether there is a shared store, whichever caches are in it. */
    public static boolean isUsed(UseCacheBuildTimeConfig config) {
        return stores(config).containsValue(SharedMethods.REDIS);
    }

    /** The names of stores in the configuration, by the properties that give them. */
    private static Map<String, String> stores(UseCacheBuildTimeConfig config) {
        Map<String, String> stores = new TreeMap<>(Map.of(STORE, config.store()));
        config.caches().forEach((cache, each) -> each.store()
                .ifPresent(store -> stores.put("quarkus.use-cache.caches.\"" + cache + "\".store", store)));
        return stores;
    }

    private void checkValue(MethodId method, Type value) {
        json.problem(value).ifPresent(problem -> mistakes.error(
                "JSON cannot carry to other nodes what this method returns, because " + problem.what(), method,
                problem.remedy() + ", or set the store of its cache to [embedded]."));
    }

    /** What the running application has to know of the methods whose results are shared. */
    public SharedMethods found(List<CachedMethodDescriptor> cached, Map<MethodId, Type> values) {
        boolean byDefault = config.store().equals(SharedMethods.REDIS);
        Set<String> otherwise = config.caches().keySet().stream().filter(cache -> isShared(cache) != byDefault)
                .collect(Collectors.toSet());
        return new SharedMethods(SharedMethods.REDIS, byDefault, otherwise, methods(cached).stream()
                .map(each -> new SharedMethod(each.id(), ValueTypes.of(values.get(each.id())))).toList());
    }

    /** Results that are cached per principal never leave their node. */
    private List<CachedMethodDescriptor> methods(List<CachedMethodDescriptor> cached) {
        return cached.stream().filter(method -> !method.perPrincipal() && isShared(method.cache())).toList();
    }

    private boolean isShared(String cache) {
        return Optional.ofNullable(config.caches().get(cache)).flatMap(each -> each.store()).orElse(config.store())
                .equals(SharedMethods.REDIS);
    }
}
