package io.quarkiverse.usecache.test.sharing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

/** After a failure, or when somebody gives up, one execution serves all who call again. */
class RecoveryTest {

    private static final int CALLERS = 30;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(RecoveryTest.class));

    @Inject
    Service service;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Service.EXECUTIONS.set(0);
        Service.pending = new CompletableFuture<>();
    }

    @Test
    void whoeverTriesAgainAfterASharedFailureSharesOneExecution() throws Exception {
        CompletableFuture<String> failing = Service.pending;
        CompletableFuture<String> working = new CompletableFuture<>();
        List<CompletableFuture<String>> calls = Stream.generate(this::callAgainOnFailure).limit(CALLERS).toList();
        Service.pending = working;
        failing.completeExceptionally(new IllegalStateException("down"));
        working.complete("up");
        for (CompletableFuture<String> call : calls) {
            assertThat(call.get(10, SECONDS)).isEqualTo("up");
        }
        assertThat(Service.EXECUTIONS).hasValue(2);
    }

    private CompletableFuture<String> callAgainOnFailure() {
        return service.status().onFailure(IllegalStateException.class).recoverWithUni(() -> service.status())
                .subscribeAsCompletionStage();
    }

    @Test
    void aSubscriberThatTimesOutLeavesItsLoadToTheNext() {
        assertThatThrownBy(() -> service.status().await().atMost(Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);
        Service.pending.complete("up");
        assertThat(service.status().await().atMost(Duration.ofSeconds(10))).isEqualTo("up");
        assertThat(Service.EXECUTIONS).hasValue(1);
    }

    @Test
    void aTimeoutInsideTheMethodIsAFailureAndNotStored() {
        for (int i = 1; i <= 2; i++) {
            CompletableFuture<String> call = service.impatient().subscribeAsCompletionStage();
            assertThatThrownBy(call::join).isInstanceOf(CompletionException.class)
                    .hasCauseExactlyInstanceOf(TimeoutException.class);
            assertThat(Service.EXECUTIONS).hasValue(i);
        }
    }

    @ApplicationScoped
    static class Service {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();
        static volatile CompletableFuture<String> pending;

        @UseCache
        public Uni<String> status() {
            EXECUTIONS.incrementAndGet();
            CompletableFuture<String> answer = pending;
            return Uni.createFrom().emitter(emitter -> answer.whenComplete((text, failure) -> {
                if (failure == null) {
                    emitter.complete(text);
                } else {
                    emitter.fail(failure);
                }
            }));
        }

        @UseCache
        public Uni<String> impatient() {
            EXECUTIONS.incrementAndGet();
            return Uni.createFrom().<String> nothing().ifNoItem().after(Duration.ofMillis(1)).fail();
        }
    }
}
