package io.quarkiverse.usecache.it.benchmarks.shared;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Books that each contestant has put into Redis; asked for in turn, none of them is still in the memory of this node. */
@State(Scope.Benchmark)
public class BooksInRedis {

    private static final int BOOKS = 2_000;

    private final String[] ids = IntStream.range(0, BOOKS).mapToObj(String::valueOf).toArray(String[]::new);
    private final AtomicInteger next = new AtomicInteger();

    @Setup
    public void load(RunningApplication application) {
        for (String id : ids) {
            application.bare.set(id);
            application.redisson.far(id);
            application.useCache.far(id);
            application.redisCache.far(id);
            application.useCache.later(id).await().indefinitely();
            application.redisCache.later(id).await().indefinitely();
        }
    }

    String next() {
        return ids[Math.floorMod(next.getAndIncrement(), BOOKS)];
    }
}
