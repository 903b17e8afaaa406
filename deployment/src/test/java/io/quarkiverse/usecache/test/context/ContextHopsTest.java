package io.quarkiverse.usecache.test.context;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.runtime.view.CacheView.EntrySummary;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Tags added after a wait, on other threads and by nested calls that run there reach the call they belong to. */
class ContextHopsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(ContextHopsTest.class));

    @Inject
    Trip trip;

    @Inject
    TagCache tagCache;

    @Inject
    CacheView view;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
    }

    private List<String> tagsOf(String method) {
        List<EntrySummary> entries = view.entries(new EntryQuery(List.of(), null, 0, 100)).entries();
        return entries.stream().filter(entry -> entry.function().contains("#" + method + "(")).findFirst().orElseThrow().tags();
    }

    @Test
    void afterAnAwait() {
        trip.awaiting();
        assertThat(tagsOf("awaiting")).containsExactly("before", "after");
    }

    @Test
    void onAManagedExecutorGivenToAPlainFuture() throws Exception {
        trip.supplying().get(10, SECONDS);
        assertThat(tagsOf("supplying")).containsExactly("before", "supplied");
    }

    @Test
    void ofNestedCallsOnAManagedExecutor() {
        trip.gathering();
        assertThat(tagsOf("gathering")).containsExactlyInAnyOrder("stop:1", "stop:2", "stop:3");
        tagCache.revalidateTag("stop:2");
        assertThat(view.entries(new EntryQuery(List.of(), null, 0, 100)).total()).isEqualTo(2);
    }

    @Test
    void ofNestedCallsInCombinedUnisOfWhichSomeAreHits() {
        trip.stop(1);
        trip.stopLater(2).await().indefinitely();
        trip.combining().await().indefinitely();
        assertThat(tagsOf("combining")).containsExactlyInAnyOrder("stop:1", "stop:2", "stop:3");
    }

    @ApplicationScoped
    static class Trip {

        @Inject
        ManagedExecutor executor;

        @UseCache
        public String awaiting() {
            cacheTag("before");
            String item = Uni.createFrom().item("x").onItem().delayIt().by(Duration.ofMillis(1)).await().indefinitely();
            cacheTag("after");
            return item;
        }

        @UseCache
        public CompletableFuture<String> supplying() {
            cacheTag("before");
            return CompletableFuture.supplyAsync(() -> {
                cacheTag("supplied");
                return "x";
            }, executor);
        }

        @UseCache
        public List<Integer> gathering() {
            List<CompletableFuture<Integer>> stops = Stream.of(1, 2, 3).map(id -> executor.supplyAsync(() -> stop(id)))
                    .toList();
            return stops.stream().map(CompletableFuture::join).toList();
        }

        @UseCache
        public Uni<Integer> combining() {
            return Uni.combine().all()
                    .unis(Uni.createFrom().item(() -> stop(1)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                            stopLater(2), stopLater(3))
                    .asTuple().map(stops -> stops.size());
        }

        @UseCache
        public int stop(int id) {
            cacheTag("stop:" + id);
            return id;
        }

        @UseCache
        public Uni<Integer> stopLater(int id) {
            return Uni.createFrom().item(id).emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(item -> {
                        cacheTag("stop:" + item);
                        return item;
                    });
        }
    }
}
