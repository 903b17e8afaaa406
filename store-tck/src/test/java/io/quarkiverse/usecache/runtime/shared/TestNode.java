package io.quarkiverse.usecache.runtime.shared;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import com.github.benmanes.caffeine.cache.Weigher;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.algorithm.TestInvocation;
import io.quarkiverse.usecache.runtime.call.CallAdapters;
import io.quarkiverse.usecache.runtime.event.CacheListeners;
import io.quarkiverse.usecache.runtime.key.KeyFactory;
import io.quarkiverse.usecache.runtime.life.LifeProfiles;
import io.quarkiverse.usecache.runtime.life.LifeRule;
import io.quarkiverse.usecache.runtime.load.CachedFunction;
import io.quarkiverse.usecache.runtime.load.Completion;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.Load;
import io.quarkiverse.usecache.runtime.load.Loader;
import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.load.Refreshes;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.load.Sweep;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.quarkiverse.usecache.runtime.shared.entry.EntryLimits;
import io.quarkiverse.usecache.runtime.shared.entry.SharedSources;
import io.quarkiverse.usecache.runtime.shared.entry.ValueFormat;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.store.FreshnessCheck;
import io.quarkiverse.usecache.runtime.store.ValueRules;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.runtime.template.TagTemplate;
import io.quarkiverse.usecache.runtime.template.TagTemplate.Part;
import io.quarkiverse.usecache.tck.MemoryEntries;
import io.quarkiverse.usecache.tck.MemoryStore;

/** A node without an application, with a clock of its own. */
final class TestNode {

    static final Duration LEASE = Duration.ofSeconds(2);
    static final Lifetime LONG = new Lifetime(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));

    final String name;
    final TestWorld world;
    final AtomicLong nanos = new AtomicLong(TimeUnit.DAYS.toNanos(1));
    final TestTimer timer = new TestTimer(nanos::get);
    final Queue<Runnable> refreshes = new ConcurrentLinkedQueue<>();
    final List<TagsRevalidated> events = new ArrayList<>();
    final AtomicInteger loads = new AtomicInteger();
    final MemoryStore store;
    final SharedNode node;
    final RevalidationClock clock = new RevalidationClock();
    final EntryStores stores;
    ReadViews transactions = ReadViews.NONE;
    boolean mayBlock = true;
    /** Happens once, where the name says. */
    Runnable whenTimeIsRead;
    Runnable whenAnEventIsFired;
    Runnable whenAValueIsRead;
    private final InFlight inFlight = new InFlight();
    private final CallAdapters adapters;
    private final SharedSources sources;
    private final LifeProfiles profiles = new LifeProfiles(Map.of(), mistake -> {
        throw new IllegalArgumentException(mistake);
    });

    TestNode(String name, TestWorld world, MemoryEntries entries, int maximumTags, Duration waits) {
        this.name = name;
        this.world = world;
        store = new MemoryStore(world.master, entries);
        SharedSettings settings = new SharedSettings("app", LEASE.toNanos(), false, TimeUnit.MINUTES.toNanos(5), maximumTags);
        CacheListeners listeners = new CacheListeners(List.of());
        SharedNode[] made = new SharedNode[1];
        stores = new EntryStores("app", List.of("shared", "embedded"),
                cache -> new EntryStore.Bound(1_000, Weigher.singletonWeigher()),
                cache -> cache.equals("shared") ? (entry, epoch) -> made[0].lease().covers(entry, epoch) : null, clock,
                this::read, listeners);
        LocalEffects effects = new LocalEffects("app", clock, stores, inFlight, this::fire, () -> {
        });
        node = made[0] = new SharedNode(store, settings, clock, effects, this::read, timer);
        FreshnessCheck freshness = new FreshnessCheck(clock, this::read);
        Duration join = Duration.ofSeconds(30);
        ReadViews views = new SharedViews(new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                return transactions.at(stamp);
            }
        }, node, clock, this::read);
        Loader loader = new Loader(clock, views, freshness, inFlight, listeners);
        Completion completion = new Completion(freshness, inFlight, listeners,
                new Sweep(clock, freshness, stores, inFlight, Runnable::run, join), Duration.ofSeconds(5), failure -> false,
                ValueRules.PLAIN);
        Refreshes behind = new Refreshes(loader, completion, inFlight, (load, task) -> refreshes.add(task), 100, join);
        adapters = new CallAdapters(clock, freshness, inFlight, loader, completion, behind, views, listeners, join,
                () -> mayBlock, Runnable::run, Runnable::run, () -> null);
        sources = new SharedSources(node, store, new EntryLimits(TimeUnit.SECONDS.toNanos(10), waits.toNanos(), 10_000,
                TimeUnit.DAYS.toNanos(7)), clock, this::read, timer, () -> mayBlock, () -> Runnable::run);
    }

    /** Takes part from now on. */
    TestNode started() {
        node.start();
        return this;
    }

    private long read() {
        Runnable hook = whenTimeIsRead;
        whenTimeIsRead = null;
        run(hook);
        return nanos.get();
    }

    private void fire(TagsRevalidated event) {
        events.add(event);
        Runnable hook = whenAnEventIsFired;
        whenAnEventIsFired = null;
        run(hook);
    }

    private static void run(Runnable hook) {
        if (hook != null) {
            hook.run();
        }
    }

    /** Time passes for this node, and nothing else happens. */
    void sleep(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** What is due later is run now: a pull, a new connection, another look at the lease of a load. */
    TestNode beat() {
        timer.runAll();
        return this;
    }

    Told expire(String... tags) {
        return revalidate(RevalidationMode.EXPIRE, tags);
    }

    Told revalidate(RevalidationMode mode, String... tags) {
        return begin(mode, tags).getNow(null);
    }

    CompletableFuture<Told> begin(RevalidationMode mode, String... tags) {
        Step step = node.begin(mode, List.of(tags));
        step.here();
        return step.elsewhere().toCompletableFuture();
    }

    /** Waits for what another thread does. */
    static void await(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(20)) {
                throw new AssertionError("it has not happened");
            }
            Thread.yield();
        }
    }

    /** Publishes what waited for a transaction. */
    void publishCommitted() {
        sources.publishCommitted();
    }

    Load load() {
        return inFlight.all().iterator().next();
    }

    void runRefreshes() {
        for (Runnable refresh; (refresh = refreshes.poll()) != null;) {
            refresh.run();
        }
    }

    /** A method that returns what the database holds, under a tag. */
    TestMethod reads(String tag) {
        return method("read", "shared", LONG, () -> world.database.get(), tag);
    }

    TestMethod method(String method, String cache, Lifetime life, Callable<Object> body, String... tags) {
        MethodId id = new MethodId("org.acme.Shop", "org.acme.Shop", method, List.of("java.lang.Object"));
        List<TagTemplate> templates = new ArrayList<>();
        for (String tag : tags) {
            templates.add(new TagTemplate(tag, List.of(new Part(tag, null))));
        }
        CachedMethodDescriptor descriptor = new CachedMethodDescriptor(id, ReturnKind.VALUE, cache, false, true, null,
                List.of(0), templates, new LifeRule(life, false, false, false, null), "java.lang.Object");
        CachedMethod cached = new CachedMethod(descriptor, profiles::get);
        EntryStore entries = stores.get(cache);
        Source source = cache.equals("shared") ? sources.of(cached, entries, new Numbers()) : Source.METHOD;
        return new TestMethod(new CachedFunction(cached, KeyFactory.ofArguments(id, List.of(0), 1), entries, source), body);
    }

    /** Values are numbers. */
    private final class Numbers implements ValueFormat {

        @Override
        public byte[] write(Object value) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object read(byte[] bytes) {
            Runnable hook = whenAValueIsRead;
            whenAValueIsRead = null;
            run(hook);
            return Long.parseLong(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** A cached method on this node. */
    final class TestMethod {

        private final CachedFunction function;
        private final Callable<Object> body;

        TestMethod(CachedFunction function, Callable<Object> body) {
            this.function = function;
            this.body = body;
        }

        long call() {
            return call("key");
        }

        long call(String argument) {
            return callWith(argument);
        }

        long callWith(Object argument) {
            TestInvocation invocation = new TestInvocation(ignored -> {
                loads.incrementAndGet();
                return body.call();
            }, argument);
            try {
                return (Long) adapters.forKind(ReturnKind.VALUE).call(invocation, function, function.key(invocation));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
