package io.quarkiverse.usecache.test.context;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.runtime.view.CacheView;
import io.quarkiverse.usecache.runtime.view.CacheView.EntryQuery;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;

/**
 * Requests on virtual threads tag what they load, and only that. They get there as those of {@code @RunOnVirtualThread} do,
 * which itself is refused in classes compiled for Java 17.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadTagsTest {

    private static final int REQUESTS = 200;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(
            root -> root.addClasses(VirtualThreadTagsTest.class, VirtualThreadTest.class, EventLoops.class));

    @Inject
    Rooms rooms;

    @Inject
    Vertx vertx;

    @Inject
    @VirtualThreads
    ExecutorService virtualThreads;

    @Inject
    CacheView view;

    @Test
    void requestsThatWaitMeanwhileKeepTheirTagsApart() throws Exception {
        List<CompletableFuture<Future<String>>> requests = IntStream.range(0, REQUESTS).mapToObj(this::request).toList();
        for (int id = 0; id < REQUESTS; id++) {
            assertThat(requests.get(id).get(30, SECONDS).get(30, SECONDS)).isEqualTo(id + " true");
        }
        assertThat(view.entries(new EntryQuery(List.of(), null, 0, 2 * REQUESTS)).entries()).hasSize(REQUESTS)
                .allSatisfy(entry -> {
                    String id = entry.value().toString().split(" ")[0];
                    assertThat(entry.tags()).containsExactlyInAnyOrder("before:" + id, "hop:" + id, "after:" + id);
                });
    }

    private CompletableFuture<Future<String>> request(int id) {
        return EventLoops.call(EventLoops.newContext(vertx), () -> virtualThreads.submit(() -> rooms.room(id)));
    }

    @ApplicationScoped
    static class Rooms {

        @UseCache
        public String room(int id) {
            cacheTag("before:" + id);
            Uni.createFrom().item(id).emitOn(Infrastructure.getDefaultWorkerPool()).invoke(item -> cacheTag("hop:" + item))
                    .await().indefinitely();
            cacheTag("after:" + id);
            return id + " " + VirtualThreadTest.isVirtual();
        }
    }
}
