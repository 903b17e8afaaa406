package io.quarkiverse.usecache.it.neighbours;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.usecache.RevalidateTag;
import io.quarkus.scheduler.Scheduled;

@ApplicationScoped
public class Jobs {

    private final Rates rates;

    Jobs(Rates rates) {
        this.rates = rates;
    }

    @Scheduled(every = "1s")
    @RevalidateTag("rate:raised")
    void raise() {
        rates.raise("raised");
    }

    @Scheduled(every = "1s")
    void warmUp() {
        rates.rate("warm");
    }
}
