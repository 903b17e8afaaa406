package io.quarkiverse.usecache.it.benchmarks.entries;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkiverse.usecache.it.benchmarks.RunningApplication;
import io.quarkiverse.usecache.it.benchmarks.SingleShot;
import io.quarkiverse.usecache.it.benchmarks.contestant.Products;
import io.quarkiverse.usecache.it.benchmarks.contestant.QuarkusCacheProducts;
import io.quarkiverse.usecache.it.benchmarks.contestant.SpringApplication;

/**
 * How much the heap grows for each entry; the argument, which is the value as well, is not counted. The caches are less than
 * half full, so that Caffeine has no sketch of frequencies yet. The times mean nothing.
 */
@Fork(value = 5, jvmArgsAppend = { "-Xms2g", "-Xmx2g", "-XX:+UseSerialGC" })
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class HeapBenchmark extends SingleShot {

    private static final int ENTRIES = 750_000;

    private final String[] ids = IntStream.range(0, ENTRIES).mapToObj(i -> "product-" + i).toArray(String[]::new);
    private final Cache<String, String> caffeine = Caffeine.newBuilder().maximumSize(Products.MAXIMUM).build();
    private QuarkusCacheProducts quarkusCache;
    private Products useCache;

    @Setup
    public void find(RunningApplication application) {
        quarkusCache = application.bean(QuarkusCacheProducts.class);
        useCache = application.bean(Products.class);
    }

    @Benchmark
    public void caffeine(Heap heap) {
        heap.grow(id -> caffeine.put(id, id), ids);
    }

    @Benchmark
    public void quarkusCache(Heap heap) {
        heap.grow(quarkusCache::byId, ids);
    }

    @Benchmark
    public void spring(Heap heap, SpringApplication spring) {
        heap.grow(spring.products::byId, ids);
    }

    @Benchmark
    public void useCache(Heap heap) {
        heap.grow(useCache::untagged, ids);
    }

    @Benchmark
    public void useCacheWithTwoTags(Heap heap) {
        heap.grow(useCache::twiceTagged, ids);
    }

    /** Measures, and hands the result to JMH. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Heap {

        public double bytesPerEntry;
        private boolean grown;

        void grow(Consumer<String> load, String[] ids) {
            requireEmptyCaches();
            long before = used();
            for (String id : ids) {
                load.accept(id);
            }
            bytesPerEntry = (double) (used() - before) / ids.length;
        }

        private void requireEmptyCaches() {
            if (grown) {
                throw new IllegalStateException("Entries are loaded once in a JVM. Leave out -i and -wi to measure the heap.");
            }
            grown = true;
        }

        /**
         * What was in use when the last collection ended: later on, what threads have reserved counts as well. The serial
         * collector keeps some dead objects, to move less, but not in every fourth full collection.
         */
        private static long used() {
            for (int i = 0; i < 4; i++) {
                System.gc();
            }
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getCollectionUsage().getUsed()).sum();
        }
    }
}
