package io.quarkiverse.usecache.dev.function;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethods;

/**
 * The names of the cached methods, made once, because every entry is shown with its method's. What is cached without a method
 * comes behind them when it is called for the first time.
 */
@Singleton
public class FunctionNames {

    /**
     * @param number its place among the cached methods, in the order of their names; that of a method is the same after a
     *        restart
     * @param id its whole declaration
     * @param brief its declaration without packages
     */
    public record Name(int number, String id, String brief) {
    }

    private static final Comparator<CachedMethod> ORDER = Comparator.comparing(CachedMethod::toString)
            .thenComparing(method -> method.descriptor().id().receiver());

    private final CachedMethods methods;
    private final Map<CachedMethod, Name> names = new ConcurrentHashMap<>();
    private final List<CachedMethod> ordered = new CopyOnWriteArrayList<>();

    @Inject
    public FunctionNames(CachedMethods methods) {
        this.methods = methods;
        addNew();
    }

    private synchronized void addNew() {
        for (CachedMethod method : methods.all().stream().filter(each -> !names.containsKey(each)).sorted(ORDER).toList()) {
            names.put(method, new Name(names.size(), method.toString(), ShortNames.of(method.descriptor().id())));
            ordered.add(method);
        }
    }

    public Name of(CachedMethod method) {
        Name name = names.get(method);
        if (name == null) {
            addNew();
        }
        return name == null ? names.get(method) : name;
    }

    public List<CachedMethod> ordered() {
        addNew();
        return ordered;
    }
}
