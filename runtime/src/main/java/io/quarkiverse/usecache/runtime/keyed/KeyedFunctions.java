package io.quarkiverse.usecache.runtime.keyed;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.life.DeclaredLife;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.ReturnKind;

/**
 * What stands for the code that is cached under keys of one cache: to all that follows, a method of that name. Values of
 * different types are kept apart, so that no caller is given one that it cannot use.
 */
public final class KeyedFunctions {

    /** Joins what is known of the code with its cache. */
    @FunctionalInterface
    public interface Maker {

        /** @param type what it returns, or {@code null} if that is not known */
        CachedFunction make(CachedMethodDescriptor descriptor, KeyFactory keys, Type type);
    }

    private record Name(String cache, Type type) {
    }

    private static final LifeRule OF_THE_CACHE = new LifeRule(null, false, false, false, new DeclaredLife(List.of()));
    private static final List<Integer> THE_KEY = List.of(0);

    private final Maker maker;
    private final Map<Name, CachedFunction> made = new ConcurrentHashMap<>();

    public KeyedFunctions(Maker maker) {
        this.maker = maker;
    }

    /** @param type may be {@code null} */
    CachedFunction of(String cache, Type type) {
        Name name = new Name(cache, type);
        CachedFunction function = made.get(name);
        return function == null ? made.computeIfAbsent(name, this::make) : function;
    }

    private CachedFunction make(Name name) {
        MethodId id = new MethodId(TagCache.class.getName(), TagCache.class.getName(), text(name),
                List.of(Object.class.getName()));
        CachedMethodDescriptor descriptor = new CachedMethodDescriptor(id, ReturnKind.VALUE, name.cache(), false, true, null,
                THE_KEY, List.of(), OF_THE_CACHE, (name.type() == null ? Object.class : name.type()).getTypeName());
        return maker.make(descriptor, KeyFactory.ofArguments(id, THE_KEY, 1), name.type());
    }

    private static String text(Name name) {
        return "get[" + name.cache() + (name.type() == null ? "" : ", " + name.type().getTypeName()) + "]";
    }
}
