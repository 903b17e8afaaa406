package io.quarkiverse.usecache.it.plain;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;

@ApplicationScoped
public class Primes {

    private final AtomicInteger executions = new AtomicInteger();

    @UseCache
    @CacheTag("primes:{limit}")
    public List<Integer> below(int limit) {
        executions.incrementAndGet();
        return IntStream.range(2, limit).filter(Primes::isPrime).boxed().toList();
    }

    /** Its tag is read from a record, which only a native executable has to be told of. */
    @UseCache
    @CacheTag("primes:{range.limit}")
    public List<Integer> in(Range range) {
        executions.incrementAndGet();
        return IntStream.range(range.from(), range.limit()).filter(Primes::isPrime).boxed().toList();
    }

    @RevalidateTag("primes:{limit}")
    public void forget(int limit) {
    }

    public int executions() {
        return executions.get();
    }

    private static boolean isPrime(int candidate) {
        return IntStream.range(2, candidate).noneMatch(divisor -> candidate % divisor == 0);
    }
}
