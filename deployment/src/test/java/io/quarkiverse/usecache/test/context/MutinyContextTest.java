package io.quarkiverse.usecache.test.context;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;

/** The Mutiny context of the subscriber that loads reaches the method, and nobody else's does. */
class MutinyContextTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(MutinyContextTest.class));

    @Inject
    Desk desk;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Desk.EXECUTIONS.set(0);
        Desk.pending = CompletableFuture.completedFuture("");
    }

    @Test
    void theLoadingCallPassesItsContext() {
        assertThat(desk.clerk().awaitUsing(Context.of("clerk", "ann")).atMost(SOON)).isEqualTo("ann");
    }

    @Test
    void aHitKeepsWhatWasLoaded() {
        desk.clerk().awaitUsing(Context.of("clerk", "ann")).atMost(SOON);
        assertThat(desk.clerk().awaitUsing(Context.of("clerk", "bob")).atMost(SOON)).isEqualTo("ann");
        assertThat(Desk.EXECUTIONS).hasValue(1);
    }

    @Test
    void aJoiningCallGetsWhatWasLoadedToo() throws Exception {
        Desk.pending = new CompletableFuture<>();
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        desk.clerk().subscribe().with(Context.of("clerk", "ann"), first::complete, first::completeExceptionally);
        desk.clerk().subscribe().with(Context.of("clerk", "bob"), second::complete, second::completeExceptionally);
        Desk.pending.complete("");
        assertThat(first.get(10, SECONDS)).isEqualTo(second.get(10, SECONDS)).isEqualTo("ann");
    }

    @Test
    void aRefreshHasNoSubscriberAndSoNoContext() {
        desk.clerk().awaitUsing(Context.of("clerk", "ann")).atMost(SOON);
        tagCache.revalidateTag(RevalidationMode.STALE, "desk");
        await().untilAsserted(() -> assertThat(desk.clerk().awaitUsing(Context.of("clerk", "bob")).atMost(SOON))
                .isEqualTo("nobody"));
    }

    @ApplicationScoped
    static class Desk {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile CompletableFuture<String> pending;

        @UseCache
        @CacheTag("desk")
        public Uni<String> clerk() {
            EXECUTIONS.incrementAndGet();
            return Uni.createFrom().context(context -> Uni.createFrom().completionStage(() -> pending)
                    .map(prefix -> prefix + context.getOrElse("clerk", () -> "nobody")));
        }
    }
}
