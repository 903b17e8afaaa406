package io.quarkiverse.usecache.test.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** A store without an address is a mistake, and not one that is away. */
@Timeout(120)
class NoServerTest {

    @ApplicationScoped
    static class Words {

        @UseCache
        String longest() {
            return "donaudampfschiff";
        }
    }

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Words.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-redis-client", Version.getVersion())))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.use-cache.store", "redis")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining(
                    "The shared store has no server: quarkus.redis.hosts. Give its address, such as redis://localhost:6379"));

    @Test
    void theApplicationDoesNotStart() {
        fail();
    }
}
