package io.quarkiverse.usecache.it.benchmarks.shared;

import org.openjdk.jmh.annotations.Benchmark;

import io.quarkiverse.usecache.it.benchmarks.shared.contestant.Book;

/** A hit in Redis, of one caller. */
public class FarHitBenchmark extends Timed {

    @Benchmark
    public Book bare(RunningApplication application, BooksInRedis books) {
        return application.bare.get(books.next());
    }

    @Benchmark
    public Book redisson(RunningApplication application, BooksInRedis books) {
        return application.redisson.far(books.next());
    }

    @Benchmark
    public Book redisCache(RunningApplication application, BooksInRedis books) {
        return application.redisCache.far(books.next());
    }

    @Benchmark
    public Book useCache(RunningApplication application, BooksInRedis books) {
        return application.useCache.far(books.next());
    }
}
