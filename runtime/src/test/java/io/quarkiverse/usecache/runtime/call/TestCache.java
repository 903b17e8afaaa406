package io.quarkiverse.usecache.runtime.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Completion;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.Loader;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.quarkiverse.usecache.runtime.load.ReadView;
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
import io.quarkiverse.usecache.runtime.store.Lease;
import io.quarkiverse.usecache.runtime.store.ValueRules;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Part;
import io.quarkus.cache.CacheKeyGenerator;
import io.smallrye.mutiny.Uni;

/** The algorithm without an application: time stands still until told, and refreshes wait until they are run. */
public final class TestCache {

    public static final Lifetime FOR_EVER = new Lifetime(Duration.ofMinutes(5), Duration.ofDays(1), Lifetime.NEVER);

    public final AtomicLong nanos = new AtomicLong(1_000);
    public volatile Runnable beforeTimeIsRead = () -> {
    };
    public final Queue<Runnable> waitingRefreshes = new ConcurrentLinkedQueue<>();
    public final RevalidationClock clock = new RevalidationClock();
    public final InFlight inFlight = new InFlight();
    public final FreshnessCheck freshness;
    public final EntryStores stores;
    public final Sweep sweep;
    public final Loader loader;
    public final Refreshes refreshes;
    public final CallAdapters adapters;
    /** What the transaction in progress means. */
    public ReadViews views = ReadViews.NONE;
    /** What a hit of the default cache needs besides. */
    public Lease lease = (entry, epoch) -> true;
    /** Where values of the default cache come from. */
    public Source source = Source.METHOD;
    /** What makes the keys of methods; {@code null} for their arguments. */
    public CacheKeyGenerator generator;
    public Predicate<Throwable> needsCaller = failure -> false;
    private final LifeProfiles profiles = new LifeProfiles(Map.of(), mistake -> {
        throw new IllegalArgumentException(mistake);
    });
    private final ReadViews current;
    private final CacheListeners listeners;
    private final Duration joinTimeout;
    private volatile Executor refresher = waitingRefreshes::add;
    private boolean mayBlock = true;

    public TestCache() {
        this(10_000, Duration.ofSeconds(30));
    }

    public TestCache(long maximumSize, Duration joinTimeout) {
        this(new EntryStore.Bound(maximumSize, Weigher.singletonWeigher()), joinTimeout);
    }

    public TestCache(EntryStore.Bound bound, Duration joinTimeout) {
        this(bound, joinTimeout, List.of(), 1_000);
    }

    public TestCache(CacheListener... listeners) {
        this(new EntryStore.Bound(10_000, Weigher.singletonWeigher()), Duration.ofSeconds(30), List.of(listeners), 1_000);
    }

    public static TestCache withMaxRefreshes(int maximum, Duration joinTimeout) {
        return new TestCache(new EntryStore.Bound(10_000, Weigher.singletonWeigher()), joinTimeout, List.of(), maximum);
    }

    public TestCache(EntryStore.Bound bound, Duration joinTimeout, List<CacheListener> all, int maxRefreshes) {
        this.joinTimeout = joinTimeout;
        listeners = new CacheListeners(all);
        freshness = new FreshnessCheck(clock, this::read);
        stores = new EntryStores("test", List.of("default", "other"), name -> bound,
                name -> name.equals("default") ? (entry, epoch) -> lease.covers(entry, epoch) : null, clock, this::read,
                listeners);
        sweep = new Sweep(clock, freshness, stores, inFlight, Runnable::run, joinTimeout);
        current = new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                return views.at(stamp);
            }

            @Override
            public boolean mayHoldLocks() {
                return views.mayHoldLocks();
            }

            @Override
            public PendingRevalidations pending() {
                return views.pending();
            }
        };
        loader = new Loader(clock, current, freshness, inFlight, listeners);
        Completion completion = new Completion(freshness, inFlight, listeners, sweep, Duration.ofSeconds(5),
                failure -> needsCaller.test(failure), ValueRules.PLAIN);
        refreshes = new Refreshes(loader, completion, inFlight, this::keep, maxRefreshes, joinTimeout);
        adapters = new CallAdapters(clock, freshness, inFlight, loader, completion, refreshes, current, listeners,
                joinTimeout, () -> mayBlock, Runnable::run, task -> new Thread(task, "late").start(), () -> null);
    }

    ReadThrough readThrough() {
        return new ReadThrough(clock, freshness, inFlight, loader, leads(), refreshes, current, listeners, joinTimeout);
    }

    AfterWait afterWait() {
        return new AfterWait(readThrough(), leads(), freshness, listeners, joinTimeout);
    }

    private Leads leads() {
        return new Leads(loader, inFlight, current, listeners);
    }

    private void keep(Load load, Runnable task) {
        refresher.execute(task);
    }

    /** Runs refreshes at once, on other threads. */
    public void refreshOn(Executor executor) {
        refresher = executor;
    }

    private long read() {
        beforeTimeIsRead.run();
        return nanos.get();
    }

    public int runRefreshes() {
        int count = 0;
        for (Runnable load; (load = waitingRefreshes.poll()) != null; count++) {
            load.run();
        }
        return count;
    }

    public void onEventLoop(boolean eventLoop) {
        mayBlock = !eventLoop;
    }

    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    public void revalidate(String... tags) {
        clock.revalidate(RevalidationMode.EXPIRE, List.of(tags));
    }

    public void makeStale(String... tags) {
        clock.revalidate(RevalidationMode.STALE, List.of(tags));
    }

    public TestMethod method(String name, TestMethod.Body body, String... tags) {
        return method(name, FOR_EVER, false, body, tags);
    }

    public TestMethod method(String name, Lifetime life, boolean explicit, TestMethod.Body body, String... tags) {
        CachedMethodDescriptor descriptor = descriptor(name, ReturnKind.VALUE, life, explicit, tags);
        return new TestMethod(this, function(descriptor, "default"), body);
    }

    public TestMethod uni(String name, TestMethod.Body body, String... tags) {
        return of(ReturnKind.UNI, name, body, tags);
    }

    public TestMethod of(ReturnKind kind, String name, TestMethod.Body body, String... tags) {
        return new TestMethod(this, function(descriptor(name, kind, FOR_EVER, false, tags), "default"), body);
    }

    /** A cached method of the cache [other]. */
    public TestMethod inOther(String name, TestMethod.Body body, String... tags) {
        CachedMethodDescriptor descriptor = descriptor(name, ReturnKind.VALUE, FOR_EVER, false, tags);
        return new TestMethod(this, function(descriptor, "other"), body);
    }

    /** A cached method whose results belong to one user. */
    public CachedMethod personal() {
        return new CachedMethod(new CachedMethodDescriptor(
                new MethodId("org.acme.Shop", "org.acme.Shop", "mine", List.of("java.lang.Object")), ReturnKind.VALUE,
                "default",
                true, false, null, List.of(0), List.of(), new LifeRule(FOR_EVER, false, false, false, null),
                "java.lang.Object"),
                profiles::get);
    }

    public Lifetime profile(String name) {
        return profiles.get(name);
    }

    private CachedFunction function(CachedMethodDescriptor descriptor, String cache) {
        KeyFactory keys = generator == null ? KeyFactory.ofArguments(descriptor.id(), List.of(0), 1)
                : KeyFactory.ofGenerator(descriptor.id(), generator, "generator", descriptor.id().parameterTypes().size());
        return new CachedFunction(new CachedMethod(descriptor, profiles::get), keys, stores.get(cache), new Source() {
            @Override
            public Object value(Request request, Callable<Object> method) throws Exception {
                return source.value(request, method);
            }

            @Override
            public Uni<?> deferred(Request request, Supplier<Uni<?>> method) {
                return source.deferred(request, method);
            }

            @Override
            public void ended(Request request, Outcome outcome) {
                source.ended(request, outcome);
            }
        });
    }

    public void clear(String... caches) {
        clock.revalidate(RevalidationMode.EXPIRE,
                Arrays.stream(caches).map(cache -> stores.get(cache).clearTag().tag()).toList());
        for (String cache : caches) {
            stores.get(cache).discardAll();
            inFlight.dropAll(stores.get(cache));
        }
    }

    private static CachedMethodDescriptor descriptor(String name, ReturnKind kind, Lifetime life, boolean explicit,
            String... tags) {
        List<TagTemplate> templates = new ArrayList<>();
        for (String tag : tags) {
            templates.add(new TagTemplate(tag, List.of(new Part(tag, null))));
        }
        MethodId id = new MethodId("org.acme.Shop", "org.acme.Shop", name, List.of("java.lang.Object"));
        return new CachedMethodDescriptor(id, kind, "default", false, true, null, List.of(0), templates,
                new LifeRule(life, explicit, explicit, explicit, null), "java.lang.Object");
    }

    public long inFlight() {
        return StreamSupport.stream(inFlight.all().spliterator(), false).count();
    }

    /** The only load in flight. */
    public Load load() {
        return inFlight.all().iterator().next();
    }

    /** The only entry. */
    public Entry entry() {
        return stores.get("default").entries().iterator().next().getValue();
    }

    public long entries() {
        return stores.all().stream().mapToLong(store -> StreamSupport.stream(store.entries().spliterator(), false).count())
                .sum();
    }
}
