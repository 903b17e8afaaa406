package io.quarkiverse.usecache.runtime.method;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.life.LifeRule;

/**
 * The cached methods of the application. Each is made when it is called, or looked at, for the first time; what is cached
 * without a method joins them then.
 */
public final class CachedMethods {

    private final List<CachedMethodDescriptor> descriptors;
    private final Function<CachedMethodDescriptor, LifeRule> lives;
    private final Function<String, Lifetime> profiles;
    private final Map<MethodId, CachedMethod> made = new ConcurrentHashMap<>();

    /**
     * @param lives completes what a method declares by what the application is configured to
     * @param profiles finds life profiles by name
     */
    public CachedMethods(List<CachedMethodDescriptor> descriptors, Function<CachedMethodDescriptor, LifeRule> lives,
            Function<String, Lifetime> profiles) {
        this.descriptors = descriptors;
        this.lives = lives;
        this.profiles = profiles;
    }

    public CachedMethod of(CachedMethodDescriptor descriptor) {
        return made.computeIfAbsent(descriptor.id(), id -> new CachedMethod(descriptor, lives.apply(descriptor), profiles));
    }

    /** Every one, called or not. */
    public List<CachedMethod> all() {
        descriptors.forEach(this::of);
        return List.copyOf(made.values());
    }

    /** A number that is counted for each method, of all those of one cache together. */
    public long sum(String cache, ToLongFunction<CallStatistics> count) {
        return all().stream().filter(method -> method.descriptor().cache().equals(cache))
                .mapToLong(method -> count.applyAsLong(method.statistics())).sum();
    }
}
