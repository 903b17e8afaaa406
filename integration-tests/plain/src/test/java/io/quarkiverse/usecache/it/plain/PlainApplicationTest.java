package io.quarkiverse.usecache.it.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PlainApplicationTest {

    @Inject
    Primes primes;

    @Test
    void methodsAreCachedAndRevalidatedWithNothingElseOnTheClassPath() {
        assertThat(primes.below(10)).containsExactly(2, 3, 5, 7);
        assertThat(primes.below(10)).hasSize(4);
        assertThat(primes.executions()).isEqualTo(1);

        primes.forget(10);
        primes.below(10);
        assertThat(primes.executions()).isEqualTo(2);
    }

    @Test
    void nothingElseIsOnTheClassPath() {
        for (String absent : new String[] { "io.quarkus.vertx.http.runtime.VertxHttpRecorder",
                "io.quarkus.narayana.jta.QuarkusTransaction", "io.quarkus.security.runtime.SecurityIdentityAssociation",
                "io.micrometer.core.instrument.MeterRegistry", "io.opentelemetry.api.trace.Tracer",
                "io.quarkus.qute.Engine", "io.vertx.redis.client.Redis", "org.eclipse.microprofile.health.HealthCheck",
                "org.hibernate.reactive.mutiny.Mutiny", "kotlinx.coroutines.Job" }) {
            assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(absent));
        }
    }
}
