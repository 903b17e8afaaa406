package io.quarkiverse.usecache.test.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;

/** What the application is configured to when it starts contradicts what a method declares. */
@Timeout(60)
class ContradictoryLifeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(ContradictoryLifeTest.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.caches.\"news\".life", "minutes")
            .assertException(failure -> assertThat(failure).hasStackTraceContaining("@CacheLife of "
                    + News.class.getName() + "#latest() has a revalidate [PT2H] longer than the expire [PT1H], which is "
                    + "inherited. Correct quarkus.use-cache.caches.\"news\".life, or the profile that it names"));

    @Test
    void startFails() {
        fail("The application must not start");
    }

    @ApplicationScoped
    static class News {

        @UseCache("news")
        @CacheLife(revalidate = "2h")
        public String latest() {
            return "";
        }
    }
}
