package io.quarkiverse.usecache.runtime.observability.meter;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Registers meters, and takes them away when the application stops: the registry is there for longer where another application
 * follows in the same JVM, as in tests, and would keep the meters that read what is gone.
 */
@Singleton
public class OwnMeters {

    private final MeterRegistry registry;
    private final Queue<Meter> meters = new ConcurrentLinkedQueue<>();

    @Inject
    OwnMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param builder is given the registry */
    <M extends Meter> M register(Function<MeterRegistry, M> builder) {
        M meter = builder.apply(registry);
        meters.add(meter);
        return meter;
    }

    @PreDestroy
    void remove() {
        meters.forEach(registry::remove);
    }
}
