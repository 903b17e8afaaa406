package io.quarkiverse.usecache.dev.function;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethods;

/** The names of the cached methods, made once, because every entry is shown with its method's. */
@Singleton
public class FunctionNames {

    /**
     * @param number its place among the cached methods, in the order of their names; the same after a restart
     * @param id its whole declaration
     * @param brief its declaration without packages
     */
    public record Name(int number, String id, String brief) {
    }

    private final Map<CachedMethod, Name> names = new IdentityHashMap<>();
    private final List<CachedMethod> ordered;

    @Inject
    public FunctionNames(CachedMethods methods) {
        ordered = methods.all().stream()
                .sorted(Comparator.comparing(CachedMethod::toString)
                        .thenComparing(method -> method.descriptor().id().receiver()))
                .toList();
        ordered.forEach(method -> names.put(method,
                new Name(names.size(), method.toString(), ShortNames.of(method.descriptor().id()))));
    }

    public Name of(CachedMethod method) {
        return names.get(method);
    }

    public List<CachedMethod> ordered() {
        return ordered;
    }
}
