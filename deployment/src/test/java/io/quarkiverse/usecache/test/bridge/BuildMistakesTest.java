package io.quarkiverse.usecache.test.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.cache.CacheResult;
import io.quarkus.test.QuarkusUnitTest;

/** What quarkus-cache finds wrong when an application is built is still found. */
@Timeout(60)
class BuildMistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Careless.class))
            .overrideConfigKey("quarkus.cache.type", "use-cache")
            .assertException(failure -> assertThat(messages(failure)).contains("Careless").contains("nothing"));

    private static String messages(Throwable failure) {
        return Stream.iterate(List.of(failure), all -> !all.isEmpty(),
                all -> all.stream()
                        .flatMap(each -> Stream.concat(Stream.ofNullable(each.getCause()), Arrays.stream(each.getSuppressed())))
                        .toList())
                .flatMap(List::stream).map(Throwable::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void theApplicationIsNotBuilt() {
        fail();
    }

    @Singleton
    static class Careless {

        @CacheResult(cacheName = "a")
        public void nothing() {
        }
    }
}
