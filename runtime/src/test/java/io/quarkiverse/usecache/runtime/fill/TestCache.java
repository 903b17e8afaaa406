package io.quarkiverse.usecache.runtime.fill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.tag.Revalidations;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Part;
import io.quarkiverse.usecache.runtime.transaction.Transactions;

/** The algorithm without an application: time stands still until told, and refreshes wait until they are run. */
final class TestCache {

    static final Lifetime FOR_EVER = new Lifetime(Duration.ofMinutes(5), Duration.ofDays(1), Lifetime.NEVER);

    final AtomicLong nanos = new AtomicLong(1_000);
    volatile Runnable beforeTimeIsRead = () -> {
    };
    final Queue<Runnable> waitingRefreshes = new ConcurrentLinkedQueue<>();
    final Revalidations revalidations = new Revalidations();
    final SlotStores stores;
    final Fills fills;
    final Refreshes refreshes = new Refreshes(this::keep);
    final CallAdapters adapters;
    private final LifeProfiles profiles = new LifeProfiles(Map.of(), mistake -> {
        throw new IllegalArgumentException(mistake);
    });
    private volatile Executor refresher = waitingRefreshes::add;
    private boolean mayBlock = true;

    TestCache() {
        this(10_000, Duration.ofSeconds(30));
    }

    TestCache(long maximumSize, Duration joinTimeout) {
        this(new SlotStores.Bound(maximumSize, Weigher.singletonWeigher()), joinTimeout);
    }

    TestCache(SlotStores.Bound bound, Duration joinTimeout) {
        this(bound, joinTimeout, new CallCounter());
    }

    TestCache(CallListener listener) {
        this(new SlotStores.Bound(10_000, Weigher.singletonWeigher()), Duration.ofSeconds(30), listener);
    }

    private TestCache(SlotStores.Bound bound, Duration joinTimeout, CallListener listener) {
        stores = new SlotStores(List.of("default", "other"), name -> bound, revalidations);
        fills = new Fills(revalidations, Transactions.NONE, this::read, Duration.ofSeconds(5), listener, stores,
                Runnable::run);
        adapters = new CallAdapters(fills, refreshes, joinTimeout, () -> mayBlock);
    }

    private void keep(Runnable load, CompletableFuture<?> done) {
        refresher.execute(load);
    }

    /** Runs refreshes at once, on other threads. */
    void refreshOn(Executor executor) {
        refresher = executor;
    }

    private long read() {
        beforeTimeIsRead.run();
        return nanos.get();
    }

    int runRefreshes() {
        int count = 0;
        for (Runnable load; (load = waitingRefreshes.poll()) != null; count++) {
            load.run();
        }
        return count;
    }

    void onEventLoop(boolean eventLoop) {
        mayBlock = !eventLoop;
    }

    void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    void revalidate(String... tags) {
        revalidations.revalidate(RevalidationMode.EXPIRE, List.of(tags));
    }

    void makeStale(String... tags) {
        revalidations.revalidate(RevalidationMode.STALE, List.of(tags));
    }

    TestMethod method(String name, TestMethod.Body body, String... tags) {
        return method(name, FOR_EVER, false, body, tags);
    }

    TestMethod method(String name, Lifetime life, boolean explicit, TestMethod.Body body, String... tags) {
        CachedMethodDescriptor descriptor = descriptor(name, ReturnKind.VALUE, life, explicit, tags);
        return new TestMethod(adapters, cachedMethod(descriptor), body);
    }

    TestMethod uni(String name, TestMethod.Body body, String... tags) {
        return of(ReturnKind.UNI, name, body, tags);
    }

    TestMethod of(ReturnKind kind, String name, TestMethod.Body body, String... tags) {
        return new TestMethod(adapters, cachedMethod(descriptor(name, kind, FOR_EVER, false, tags)), body);
    }

    /** A cached method of the cache [other]. */
    TestMethod inOther(String name, TestMethod.Body body, String... tags) {
        CachedMethodDescriptor descriptor = descriptor(name, ReturnKind.VALUE, FOR_EVER, false, tags);
        return new TestMethod(adapters, new CachedMethod(descriptor, stores.get("other"), profiles::get, null), body);
    }

    Lifetime profile(String name) {
        return profiles.get(name);
    }

    private CachedMethod cachedMethod(CachedMethodDescriptor descriptor) {
        return new CachedMethod(descriptor, stores.get("default"), profiles::get, null);
    }

    private static CachedMethodDescriptor descriptor(String name, ReturnKind kind, Lifetime life, boolean explicit,
            String... tags) {
        List<TagTemplate> templates = new ArrayList<>();
        for (String tag : tags) {
            templates.add(new TagTemplate(tag, List.of(new Part(tag, null))));
        }
        MethodId id = new MethodId("org.acme.Shop", "org.acme.Shop", name, List.of("java.lang.Object"));
        return new CachedMethodDescriptor(id, kind, "default", false, null, List.of(0), templates,
                new LifeRule(life, explicit, explicit, explicit), "java.lang.Object");
    }

    long inFlight() {
        long count = 0;
        for (SlotStore store : stores.all()) {
            for (Fill load : store.loads().all()) {
                count++;
            }
        }
        return count;
    }

    Loads loads() {
        return stores.get("default").loads();
    }

    /** The only load in flight. */
    Fill load() {
        return loads().all().iterator().next();
    }

    /** The only entry. */
    Slot entry() {
        return stores.get("default").entries().iterator().next().getValue();
    }

    long entries() {
        long count = 0;
        for (SlotStore store : stores.all()) {
            for (var entry : store.entries()) {
                count++;
            }
        }
        return count;
    }
}
