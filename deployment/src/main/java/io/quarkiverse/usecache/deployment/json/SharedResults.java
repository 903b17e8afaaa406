package io.quarkiverse.usecache.deployment.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.Place;
import io.quarkiverse.usecache.deployment.jandex.ReturnType;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkiverse.usecache.runtime.method.SharedMethods;

/**
 * Finds of which type the entries of a cache of quarkus-cache are, if the configuration names that cache to be in a shared
 * store. It is that of all methods which use the cache, as they may be given each other's entries.
 */
public final class SharedResults {

    private static final DotName CACHE_RESULT = DotName.createSimple("io.quarkus.cache.CacheResult");

    private final IndexView index;
    private final JsonValues json;
    private final Mistakes mistakes;

    public SharedResults(IndexView index, JsonValues json, Mistakes mistakes) {
        this.index = index;
        this.json = json;
        this.mistakes = mistakes;
    }

    /**
     * Reports methods that disagree, and values that JSON cannot carry.
     *
     * @param caches those that are served from here
     */
    public Map<String, Type> of(Collection<String> caches, UseCacheBuildTimeConfig config) {
        Map<String, Type> types = new TreeMap<>();
        methods().forEach((cache, methods) -> {
            if (caches.contains(cache) && isNamed(cache, config)) {
                types.put(cache, typeOf(cache, methods));
            }
        });
        return types;
    }

    private static boolean isNamed(String cache, UseCacheBuildTimeConfig config) {
        return config.caches().containsKey(cache)
                && config.caches().get(cache).store().filter(SharedMethods.REDIS::equals).isPresent();
    }

    private Map<String, List<MethodInfo>> methods() {
        return index.getAnnotations(CACHE_RESULT).stream()
                .filter(each -> each.target().kind() == AnnotationTarget.Kind.METHOD)
                .collect(Collectors.groupingBy(SharedResults::cache, TreeMap::new,
                        Collectors.mapping(each -> each.target().asMethod(), Collectors.toList())));
    }

    private static String cache(AnnotationInstance annotation) {
        return annotation.value("cacheName").asString();
    }

    private Type typeOf(String cache, List<MethodInfo> methods) {
        List<Type> types = methods.stream().map(SharedResults::item).distinct().toList();
        if (types.size() > 1) {
            mistakes.error("Nodes cannot share the entries of a cache whose methods return different types, because an entry "
                    + "does not say which", methods.stream().map(Place::of).sorted().collect(Collectors.joining(", ")),
                    "Let one type have the cache [" + cache + "] for itself, or set its store to [embedded].");
        }
        methods.forEach(method -> json.problem(item(method)).ifPresent(problem -> mistakes.error(
                "JSON cannot carry to other nodes what this method returns, because " + problem.what(), Place.of(method),
                problem.remedy() + ", or set the store of its cache to [embedded].")));
        return types.get(0);
    }

    private static Type item(MethodInfo method) {
        Type item = ReturnType.of(method).item();
        return item.kind() == Type.Kind.PRIMITIVE ? PrimitiveType.box(item.asPrimitiveType()) : item;
    }
}
