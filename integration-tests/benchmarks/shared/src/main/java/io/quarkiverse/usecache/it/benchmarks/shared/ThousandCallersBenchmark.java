package io.quarkiverse.usecache.it.benchmarks.shared;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.quarkiverse.usecache.it.benchmarks.shared.contestant.Book;
import io.smallrye.mutiny.Uni;

/** A thousand hits in Redis that are asked for at once; counts those that fail. */
public class ThousandCallersBenchmark extends Timed {

    private static final int CALLERS = 1000;

    @Benchmark
    public long redisCache(RunningApplication application, BooksInRedis books, Failures failures) {
        return ask(books, application.redisCache::later, failures);
    }

    @Benchmark
    public long useCache(RunningApplication application, BooksInRedis books, Failures failures) {
        return ask(books, application.useCache::later, failures);
    }

    private static long ask(BooksInRedis books, Function<String, Uni<Book>> call, Failures failures) {
        List<Uni<Boolean>> calls = IntStream.range(0, CALLERS).mapToObj(i -> call.apply(books.next()))
                .map(answer -> answer.replaceWith(true).onFailure().recoverWithItem(false)).toList();
        List<Boolean> answers = Uni.join().all(calls).andFailFast().await().indefinitely();
        long failed = answers.stream().filter(answer -> !answer).count();
        failures.failed += failed;
        return failed;
    }

    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Failures {

        public long failed;
    }
}
