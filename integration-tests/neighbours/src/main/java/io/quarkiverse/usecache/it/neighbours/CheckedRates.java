package io.quarkiverse.usecache.it.neighbours;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;

import io.quarkiverse.usecache.UseCache;

@ApplicationScoped
public class CheckedRates {

    private final AtomicInteger runs = new AtomicInteger();

    @UseCache
    @Max(3)
    public int rate(@NotBlank String currency) {
        runs.incrementAndGet();
        return currency.length();
    }

    public int runs() {
        return runs.get();
    }
}
