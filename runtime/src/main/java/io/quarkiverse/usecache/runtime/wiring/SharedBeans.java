package io.quarkiverse.usecache.runtime.wiring;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.call.CallerContext;
import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig;
import io.quarkiverse.usecache.runtime.config.UseCacheRedisConfig.Consistency;
import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.load.InFlight;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.method.CachedMethod;
import io.quarkiverse.usecache.runtime.method.MethodId;
import io.quarkiverse.usecache.runtime.method.SharedMethods;
import io.quarkiverse.usecache.runtime.method.SharedMethods.SharedMethod;
import io.quarkiverse.usecache.runtime.revalidate.RevalidationEvents;
import io.quarkiverse.usecache.runtime.shared.LocalEffects;
import io.quarkiverse.usecache.runtime.shared.NodeTimer;
import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.quarkiverse.usecache.runtime.shared.SharedSettings;
import io.quarkiverse.usecache.runtime.shared.SharedViews;
import io.quarkiverse.usecache.runtime.shared.entry.EntryLimits;
import io.quarkiverse.usecache.runtime.shared.entry.SharedSources;
import io.quarkiverse.usecache.runtime.shared.entry.ValueFormat;
import io.quarkiverse.usecache.runtime.store.EntryStore;
import io.quarkiverse.usecache.runtime.store.EntryStores;
import io.quarkiverse.usecache.runtime.store.Lease;
import io.quarkiverse.usecache.runtime.tag.RevalidationClock;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkiverse.usecache.spi.SharedStore;
import io.quarkiverse.usecache.spi.ValueCodec;
import io.quarkus.runtime.ApplicationConfig;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/** Makes this application a node among those that share a store. A bean only where a cache is in one. */
@Singleton
public class SharedBeans {

    private static final Logger LOG = Logger.getLogger(SharedBeans.class);
    private static final int MOST_HAND_OVERS = 64;

    private final TimerThread timer = new TimerThread();
    private final SharedMethods methods;
    private final UseCacheRedisConfig config;
    private final Instance<ValueCodec> codecs;

    @Inject
    SharedBeans(SharedMethods methods, UseCacheRedisConfig config, @Any Instance<ValueCodec> codecs) {
        this.methods = methods;
        this.config = config;
        this.codecs = codecs;
    }

    /** What is due after the end of the application is done at once, because a call may wait for it. */
    static final class TimerThread implements NodeTimer {

        private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, TimerThread::thread);

        private static Thread thread(Runnable task) {
            Thread thread = new Thread(task, "use-cache node");
            thread.setDaemon(true);
            return thread;
        }

        @Override
        public void after(long nanos, Runnable task) {
            try {
                timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException ended) {
                task.run();
            }
        }

        /** It is done again though it has failed before. */
        void often(long nanos, Runnable task) {
            timer.scheduleWithFixedDelay(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.errorf(e, "What the node of a shared store does now and then has failed, and is tried again");
                }
            }, nanos, nanos, TimeUnit.NANOSECONDS);
        }

        /** What waits is still done, in its time. */
        void stop() {
            timer.shutdown();
        }
    }

    @Produces
    @Singleton
    @Typed(SharedNode.class)
    SharedNode node(@Identifier(SharedMethods.REDIS) SharedStore store, RevalidationClock clock, EntryStores stores,
            InFlight inFlight, RevalidationEvents events, Ticker ticker, ApplicationConfig application) {
        String name = application.name().orElse("");
        SharedSettings settings = new SharedSettings(name, Life.nanos(config.lease()),
                config.consistency() == Consistency.AVAILABLE, Life.nanos(config.replay()), config.maximumTags());
        return new SharedNode(store, settings, clock, new LocalEffects(name, clock, stores, inFlight, events::fire,
                events::tellLostTrack), ticker, timer);
    }

    @Produces
    @Singleton
    SharedSources sources(SharedNode node, @Identifier(SharedMethods.REDIS) SharedStore store, RevalidationClock clock,
            Ticker ticker, CacheTimes times) {
        EntryLimits limits = new EntryLimits(Life.nanos(config.loadLease()), Life.nanos(times.joinTimeout()),
                config.maximumValueSize().asLongValue(), Life.nanos(config.maximumLife()));
        Executor handOver = BackgroundBeans.threads(MOST_HAND_OVERS);
        return new SharedSources(node, store.entries(), limits, clock, ticker, timer,
                BlockingOperationControl::isBlockingAllowed,
                () -> CallerContext.current().executor(handOver));
    }

    /** The caches are made before the node that their leases come from. */
    @Produces
    @Singleton
    Sharing sharing(Instance<SharedNode> node, Instance<SharedSources> sources, RevalidationClock clock, Ticker ticker) {
        Map<MethodId, Type> types = methods.methods().stream()
                .collect(Collectors.toMap(SharedMethod::id, method -> method.value().type(), (one, same) -> one));
        return new Sharing() {
            @Override
            public Lease leaseOf(String cache) {
                return methods.shares(cache) ? new LateLease(node) : null;
            }

            @Override
            public ReadViews views(ReadViews local) {
                return new SharedViews(local, node.get(), clock, ticker);
            }

            @Override
            public Revalidator revalidator(RevalidationClock ofThis) {
                return node.get();
            }

            @Override
            public Source sourceOf(CachedMethod method, EntryStore store) {
                Type type = types.get(method.descriptor().id());
                return type == null ? Source.METHOD : shared(method, store, type);
            }

            @Override
            public Source sourceOf(CachedMethod method, EntryStore store, Type type) {
                return methods.shares(store.name()) ? shared(method, store, type) : Source.METHOD;
            }

            private Source shared(CachedMethod method, EntryStore store, Type type) {
                return sources.get().of(method, store, format(codecOf(store.name()), type));
            }
        };
    }

    private ValueCodec codecOf(String cache) {
        Instance<ValueCodec> own = codecs.select(Identifier.Literal.of(cache));
        return own.isResolvable() ? own.get() : codecs.select(Identifier.Literal.of(SharedMethods.REDIS)).get();
    }

    private static ValueFormat format(ValueCodec codec, Type type) {
        return new ValueFormat() {
            @Override
            public byte[] write(Object value) throws Exception {
                return codec.encode(value, type);
            }

            @Override
            public Object read(byte[] bytes) throws Exception {
                return codec.decode(bytes, type);
            }
        };
    }

    /** The application does not wait for the store. */
    void start(@Observes StartupEvent event, SharedNode node, SharedSources sources) {
        node.start();
        timer.often(Life.nanos(config.lease()), sources::publishCommitted);
    }

    void stop(@Observes ShutdownEvent event, SharedNode node) {
        node.stop();
        timer.stop();
    }
}
