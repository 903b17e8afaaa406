package io.quarkiverse.usecache.it.benchmarks.shared;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.it.benchmarks.shared.contestant.BareBooks;
import io.quarkiverse.usecache.it.benchmarks.shared.contestant.RedisCacheBooks;
import io.quarkiverse.usecache.it.benchmarks.shared.contestant.RedissonBooks;
import io.quarkiverse.usecache.it.benchmarks.shared.contestant.UseCacheBooks;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import io.vertx.core.Vertx;

/** The application and its contestants, started in the JVM that measures, with the Redis that its configuration names. */
@State(Scope.Benchmark)
public class RunningApplication {

    /** Where Redis is. */
    static final String REDIS = "quarkus.redis.hosts";

    /** Generated when the application is built. */
    private static final String APPLICATION = "io.quarkus.runner.ApplicationImpl";

    UseCacheBooks useCache;
    RedisCacheBooks redisCache;
    BareBooks bare;
    RedissonBooks redisson;
    TagCache tagCache;
    private Application application;

    @Setup
    public void start() throws ReflectiveOperationException {
        application = (Application) Class.forName(APPLICATION).getDeclaredConstructor().newInstance();
        application.start(new String[0]);
        useCache = bean(UseCacheBooks.class);
        redisCache = bean(RedisCacheBooks.class);
        tagCache = bean(TagCache.class);
        bare = new BareBooks(bean(Vertx.class), System.getProperty(REDIS));
        redisson = new RedissonBooks(System.getProperty(REDIS));
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    @TearDown
    public void stop() {
        redisson.close();
        bare.close();
        application.stop();
    }
}
