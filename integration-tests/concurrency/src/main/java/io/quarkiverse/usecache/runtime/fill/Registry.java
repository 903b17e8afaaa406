package io.quarkiverse.usecache.runtime.fill;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Part;
import io.quarkiverse.usecache.runtime.transaction.Transactions;

/** The algorithm without an application, in which time stands still. */
final class Registry {

    private static final String CACHE = "default";

    private final Revalidations revalidations = new Revalidations();
    private final SlotStores stores = new SlotStores(List.of(CACHE),
            name -> new SlotStores.Bound(10_000, Weigher.singletonWeigher()), revalidations);
    private final Fills fills = new Fills(revalidations, Transactions.NONE, () -> 1_000, Duration.ofSeconds(5),
            CallListener.NONE, stores,
            Runnable::run);
    private final Sweep sweep = new Sweep(fills, stores.all(), Runnable::run);
    private final CallAdapter calls = new CallAdapters(fills, new Refreshes((load, done) -> load.run()),
            Duration.ofMinutes(5), () -> true).forKind(ReturnKind.VALUE);

    CachedMethod method(String name, String... tags) {
        List<TagTemplate> templates = Arrays.stream(tags).map(tag -> new TagTemplate(tag, List.of(new Part(tag, null))))
                .toList();
        LifeRule life = new LifeRule(new Lifetime(Duration.ZERO, Duration.ofDays(1), Lifetime.NEVER), false, false, false);
        return new CachedMethod(new CachedMethodDescriptor(new MethodId("org.acme.Shop", "org.acme.Shop", name, List.of()),
                ReturnKind.VALUE, CACHE, false, null, List.of(), templates, life, "java.lang.Object"),
                stores.get(CACHE), profile -> null, null);
    }

    Object call(CachedMethod method, Supplier<Object> body) {
        Invocation invocation = new Invocation(body);
        try {
            return calls.call(invocation, method, method.key(invocation));
        } catch (Exception e) {
            throw new IllegalStateException("The body throws no exception", e);
        }
    }

    /** The entry that a call leaves. */
    Slot load(CachedMethod method, Object value) {
        call(method, () -> value);
        return stores.get(CACHE).get(key(method));
    }

    /** A load that has begun, and has its place in the cache. */
    Fill begin(CachedMethod method) {
        Fill fill = beginAside(method);
        loads().add(fill);
        return fill;
    }

    /** A load that has begun, and could take the place of another. */
    Fill beginAside(CachedMethod method) {
        return fills.begin(new Call(method, key(method), new Object[0], null), true, null);
    }

    private static CallKey key(CachedMethod method) {
        return method.key(new Invocation(() -> null));
    }

    /** Begins one load in place of another, unless that one ends. */
    boolean replace(Fill load, Fill other) {
        return load.displace() && loads().replace(load, other);
    }

    Loads loads() {
        return stores.get(CACHE).loads();
    }

    /** The entry of that load's key. */
    Slot stored(Fill load) {
        return stores.get(CACHE).get(load.key());
    }

    /** Whether a call would be served the entry without a look at its tags. */
    boolean isCertified(Slot slot) {
        return slot.freshAt(revalidations.epoch(), fills.now());
    }

    Revalidations revalidations() {
        return revalidations;
    }

    Fills fills() {
        return fills;
    }

    void revalidate(String... tags) {
        revalidations.revalidate(RevalidationMode.EXPIRE, new YieldingTags(tags));
    }

    void clear() {
        stores.clear(CACHE);
    }

    /** As if Caffeine had dropped everything. */
    void evict() {
        stores.get(CACHE).discardAll();
    }

    /** Drops the tags that nothing carries, which takes two sweeps. */
    void sweep() {
        sweep.run();
        sweep.run();
    }
}
