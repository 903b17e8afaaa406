package io.quarkiverse.usecache.it.neighbours;

import static io.quarkiverse.usecache.CachedCall.cacheLife;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.faulttolerance.api.RateLimit;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class UnreliableRates {

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();

    /** From now on so many runs fail. */
    public void fail(int times) {
        failures.set(times);
        runs.set(0);
    }

    public int runs() {
        return runs.get();
    }

    private int run() {
        runs.incrementAndGet();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("The source of rates is away");
        }
        return 100;
    }

    @UseCache
    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    public int retried(String currency) {
        return run();
    }

    @UseCache
    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    public Uni<Integer> retriedLater(String currency) {
        return Uni.createFrom().item(this::run);
    }

    @UseCache
    @Fallback(fallbackMethod = "guess")
    public int guessed(String currency) {
        return run();
    }

    int guess(String currency) {
        return -1;
    }

    @UseCache
    @Fallback(fallbackMethod = "guessOnce")
    public int guessedOnce(String currency) {
        return run();
    }

    int guessOnce(String currency) {
        cacheLife(new Lifetime(null, Duration.ZERO, null));
        return -1;
    }

    @UseCache
    @CacheLife(revalidate = "10m", expire = "1h")
    @CircuitBreaker(requestVolumeThreshold = 2, delay = 1, delayUnit = ChronoUnit.HOURS)
    public int guarded(String currency) {
        return run();
    }

    @UseCache
    @RateLimit(value = 2, window = 1, windowUnit = ChronoUnit.HOURS)
    public int limited(String currency) {
        return run();
    }
}
