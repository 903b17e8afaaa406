package io.quarkiverse.usecache.it.benchmarks.shared;

import java.util.Locale;
import java.util.function.IntConsumer;

/** What is counted instead of timed: round trips, and bytes. */
final class Counted {

    private static final int CALLS = 5_000;

    private final RunningApplication application;
    private final RedisFigures redis;

    private Counted(RunningApplication application) {
        this.application = application;
        this.redis = new RedisFigures(application.bare);
    }

    public static void main(String... arguments) throws ReflectiveOperationException {
        RunningApplication application = new RunningApplication();
        application.start();
        new Counted(application).print();
        application.stop();
        System.exit(0);
    }

    private void print() {
        System.out.printf("%n%-46s %12s %12s%n", "Counted, for each of " + CALLS + " calls", "round trips", "bytes kept");
        count("GET or SET of the bare client", i -> application.bare.set("counted-" + i));
        count("cold call, quarkus-redis-cache", i -> application.redisCache.far("counted-" + i));
        count("cold call", i -> application.useCache.far("counted-" + i));
        count("hit in Redis, quarkus-redis-cache", i -> application.redisCache.far("counted-" + i));
        count("hit in Redis", i -> application.useCache.far("counted-" + i));
        count("revalidation of three tags", i -> application.tagCache.revalidateTag("one", "two", "three"));
    }

    private void count(String what, IntConsumer call) {
        long memory = redis.usedMemory();
        long reads = redis.reads();
        for (int i = 0; i < CALLS; i++) {
            call.accept(i);
        }
        double roundTrips = (double) (redis.reads() - reads) / CALLS;
        double bytes = (double) (redis.usedMemory() - memory) / CALLS;
        System.out.printf(Locale.ROOT, "  %-44s %12.2f %12.0f%n", what, roundTrips, bytes);
    }
}
