package io.quarkiverse.usecache.runtime.observability.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

@Timeout(30)
class OwnMetersTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    private OwnMeters application(AtomicInteger read) {
        OwnMeters meters = new OwnMeters(registry);
        meters.register(Gauge.builder("use.cache.tags", read, AtomicInteger::get)::register);
        return meters;
    }

    @Test
    void anApplicationThatFollowsInTheSameJvmIsRead() {
        AtomicInteger former = new AtomicInteger(1);
        application(former).remove();
        AtomicInteger present = new AtomicInteger(2);
        application(present);
        assertThat(registry.get("use.cache.tags").gauge().value()).isEqualTo(2);
        assertThat(former).hasValue(1);
        assertThat(present).hasValue(2);
    }
}
