package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.deployment.check.Mistakes;
import io.quarkiverse.usecache.deployment.jandex.TypeHierarchy;
import io.quarkiverse.usecache.deployment.json.JsonValues;
import io.quarkiverse.usecache.deployment.json.SharedResults;
import io.quarkiverse.usecache.runtime.config.UseCacheBuildTimeConfig;
import io.quarkus.cache.CacheResult;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;

/** The entries of a cache of quarkus-cache can be shared if all methods return one type, which JSON can carry. */
@Timeout(60)
class SharedResultsTest {

    static final List<String> MESSAGES = BuildMessages
            .table("""
                    JSON cannot carry to other nodes what this method returns, because Object says nothing of what comes back: Results#anything(). Declare the type that is returned, or set the store of its cache to [embedded].
                    Nodes cannot share the entries of a cache whose methods return different types, because an entry does not say which: Results#number(), Results#text(). Let one type have the cache [mixed] for itself, or set its store to [embedded].
                    """);

    private static final Set<String> ALL = Set.of("mixed", "any", "numbers", "lists", "programmatic");

    private final Mistakes mistakes = new Mistakes();

    private Map<String, Type> shared(Set<String> bridged, String... inRedis) {
        Map<String, String> properties = new HashMap<>();
        for (String cache : inRedis) {
            properties.put("quarkus.use-cache.caches.\"" + cache + "\".store", "redis");
        }
        UseCacheBuildTimeConfig config = new SmallRyeConfigBuilder().withMapping(UseCacheBuildTimeConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100)).build()
                .getConfigMapping(UseCacheBuildTimeConfig.class);
        IndexView index = Scan.index(SharedResultsTest.class);
        return new SharedResults(index, new JsonValues(new TypeHierarchy(index)), mistakes).of(bridged, config);
    }

    @Test
    void whatIsInTheWayIsAnError() {
        shared(ALL, "mixed", "any");
        assertThat(mistakes.failures()).extracting(Throwable::getMessage)
                .extracting(message -> BuildMessages.shortened(message, SharedResultsTest.class))
                .containsExactlyInAnyOrderElementsOf(MESSAGES);
    }

    @Test
    void valuesAndWhatComesLaterAreOfOneType() {
        Map<String, Type> types = shared(ALL, "numbers", "lists", "programmatic");
        assertThat(types.get("numbers").name()).hasToString("java.lang.Integer");
        assertThat(types.get("lists")).hasToString("java.util.List<java.lang.String>");
        assertThat(types).doesNotContainKey("programmatic");
        assertThat(mistakes.failures()).isEmpty();
    }

    @Test
    void onlyCachesThatAreServedFromHereAndNamedAreLookedAt() {
        assertThat(shared(ALL)).isEmpty();
        assertThat(shared(Set.of("numbers"), "mixed", "any")).isEmpty();
        assertThat(mistakes.failures()).isEmpty();
    }

    static class Results {

        @CacheResult(cacheName = "mixed")
        public int number() {
            return 1;
        }

        @CacheResult(cacheName = "mixed")
        public Uni<String> text() {
            return null;
        }

        @CacheResult(cacheName = "any")
        public Object anything() {
            return null;
        }

        @CacheResult(cacheName = "numbers")
        public int numbers() {
            return 1;
        }

        @CacheResult(cacheName = "numbers")
        public Uni<Integer> later() {
            return null;
        }

        @CacheResult(cacheName = "numbers")
        public CompletionStage<Integer> staged() {
            return null;
        }

        @CacheResult(cacheName = "lists")
        public List<String> list() {
            return null;
        }
    }
}
