package io.quarkiverse.usecache.it.concurrency.registry;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.algorithm.TestInvocation;
import io.quarkiverse.usecache.runtime.call.CallAdapter;
import io.quarkiverse.usecache.runtime.call.CallAdapters;
import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Call;
import io.quarkiverse.usecache.runtime.load.Completion;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.Loader;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.load.Refreshes;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.load.Sweep;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.quarkiverse.usecache.runtime.store.ValueRules;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Part;

/** The algorithm without an application, in which time stands still. */
public final class Registry {

    private static final String CACHE = "default";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final TestInvocation NOTHING = new TestInvocation(ignored -> null);

    private final RevalidationClock clock = new RevalidationClock();
    private final FreshnessCheck freshness = new FreshnessCheck(clock, () -> 1_000);
    private final CacheListeners listeners = new CacheListeners(List.of());
    private final InFlight inFlight = new InFlight();
    private final EntryStores stores = new EntryStores("test", List.of(CACHE),
            name -> new EntryStore.Bound(10_000, Weigher.singletonWeigher()), name -> null, clock, () -> 1_000, listeners);
    private final Sweep sweep = new Sweep(clock, freshness, stores, inFlight, Runnable::run, LONG);
    private final Loader loader = new Loader(clock, ReadViews.NONE, freshness, inFlight, listeners);
    private final Completion completion = new Completion(freshness, inFlight, listeners, sweep, LONG,
            failure -> false, ValueRules.PLAIN);
    private final Refreshes refreshes = new Refreshes(loader, completion, inFlight, (load, task) -> task.run(), 100, LONG);
    private final CallAdapter calls = new CallAdapters(clock, freshness, inFlight, loader, completion, refreshes,
            ReadViews.NONE, listeners, LONG, () -> true, Runnable::run, Runnable::run, () -> null).forKind(ReturnKind.VALUE);

    public CachedFunction method(String name, String... tags) {
        List<TagTemplate> templates = Arrays.stream(tags).map(tag -> new TagTemplate(tag, List.of(new Part(tag, null))))
                .toList();
        LifeRule life = new LifeRule(new Lifetime(Duration.ZERO, Duration.ofDays(1), Lifetime.NEVER), false, false, false,
                null);
        CachedMethodDescriptor descriptor = new CachedMethodDescriptor(
                new MethodId("org.acme.Shop", "org.acme.Shop", name, List.of()), ReturnKind.VALUE, CACHE, false, true, null,
                List.of(), templates, life, "java.lang.Object");
        return new CachedFunction(new CachedMethod(descriptor, profile -> null),
                KeyFactory.ofArguments(descriptor.id(), List.of(), 0), stores.get(CACHE), Source.METHOD);
    }

    public Object call(CachedFunction method, Supplier<Object> body) {
        TestInvocation invocation = new TestInvocation(ignored -> body.get());
        try {
            return calls.call(invocation, method, method.key(invocation));
        } catch (Exception e) {
            throw new IllegalStateException("The body throws no exception", e);
        }
    }

    /** The entry that a call leaves. */
    public Entry load(CachedFunction method, Object value) {
        call(method, () -> value);
        return stores.get(CACHE).get(key(method));
    }

    /** A load that has begun, and has its place in the cache. */
    public Load begin(CachedFunction method) {
        Load load = beginAside(method);
        inFlight.add(load);
        return load;
    }

    /** A load that has begun, and could take the place of another. */
    public Load beginAside(CachedFunction method) {
        return loader.begin(new Call(method, key(method), NOTHING, null), null);
    }

    private static CallKey key(CachedFunction method) {
        return method.key(NOTHING);
    }

    /** Begins one load in place of another, unless that one ends. */
    public boolean replace(Load load, Load other) {
        return inFlight.replace(load, other);
    }

    public InFlight inFlight() {
        return inFlight;
    }

    public Completion completion() {
        return completion;
    }

    /** The entry of that load's key. */
    public Entry stored(Load load) {
        return stores.get(CACHE).get(load.key());
    }

    /** Whether a call would be served the entry without a look at its tags. */
    public boolean isCertified(Entry entry) {
        return entry.freshAt(clock.epoch(), freshness.now());
    }

    public RevalidationClock clock() {
        return clock;
    }

    public FreshnessCheck freshness() {
        return freshness;
    }

    public void revalidate(String... tags) {
        clock.revalidate(RevalidationMode.EXPIRE, new YieldingTags(tags));
    }

    public void clear() {
        clock.revalidate(RevalidationMode.EXPIRE, stores.clearTags());
        stores.get(CACHE).discardAll();
        inFlight.dropAll(stores.get(CACHE));
    }

    /** As if Caffeine had dropped everything. */
    public void evict() {
        stores.get(CACHE).discardAll();
    }

    /** Drops the tags that nothing carries, which takes two sweeps. */
    public void sweep() {
        sweep.run();
        sweep.run();
    }
}
