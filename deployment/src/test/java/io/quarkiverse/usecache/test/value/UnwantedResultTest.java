package io.quarkiverse.usecache.test.value;

import static io.quarkiverse.usecache.CachedCall.cacheLife;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** What other caches call a condition is a life of zero, given when the result is known. */
class UnwantedResultTest {

    private static final Lifetime NOT_KEPT = new Lifetime(null, null, Duration.ZERO);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(UnwantedResultTest.class));

    @Inject
    Search search;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Search.EXECUTIONS.set(0);
    }

    @Test
    void anEmptyListIsLookedForAgainAndOthersAreKept() {
        assertThat(search.find("")).isEmpty();
        assertThat(search.find("")).isEmpty();
        assertThat(Search.EXECUTIONS).hasValue(2);
        assertThat(search.find("a")).isSameAs(search.find("a"));
        assertThat(Search.EXECUTIONS).hasValue(3);
    }

    @Test
    void theSameForAnItemThatComesOnAnotherThread() {
        assertThat(search.findLater("").await().indefinitely()).isEmpty();
        assertThat(search.findLater("").await().indefinitely()).isEmpty();
        assertThat(Search.EXECUTIONS).hasValue(2);
        assertThat(search.findLater("a").await().indefinitely()).isSameAs(search.findLater("a").await().indefinitely());
        assertThat(Search.EXECUTIONS).hasValue(3);
    }

    @Test
    void whatIsMadeOfAnUnwantedResultIsNotKeptEither() {
        assertThat(search.count("")).isZero();
        assertThat(search.count("")).isZero();
        assertThat(Search.EXECUTIONS).hasValue(2);
    }

    @ApplicationScoped
    static class Search {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @UseCache
        public List<String> find(String text) {
            EXECUTIONS.incrementAndGet();
            return judged(text);
        }

        @UseCache
        public Uni<List<String>> findLater(String text) {
            EXECUTIONS.incrementAndGet();
            return Uni.createFrom().item(text).emitOn(Infrastructure.getDefaultWorkerPool()).map(Search::judged);
        }

        @UseCache
        public int count(String text) {
            return find(text).size();
        }

        private static List<String> judged(String text) {
            List<String> found = text.isEmpty() ? List.of() : List.of(text);
            if (found.isEmpty()) {
                cacheLife(NOT_KEPT);
            }
            return found;
        }
    }
}
