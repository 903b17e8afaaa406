package io.quarkiverse.usecache.runtime.call.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** A load whose method makes calls in parallel may wait for several others at once. */
class ParallelWaitTest {

    private final TestCache cache = new TestCache();
    private final CompletableFuture<Object> gate = new CompletableFuture<>();
    private final CompletableFuture<Object> slowDatabase = new CompletableFuture<>();
    private final TestMethod slow = cache.uni("slow", argument -> Uni.createFrom().completionStage(slowDatabase));
    private TestMethod page;

    private final TestMethod panel = cache.uni("panel", argument -> panel());

    /** The first one calls the page, which waits for it. */
    private Uni<String> panel() {
        return panel.executions.get() > 1 ? Uni.createFrom().item("panel")
                : Uni.createFrom().completionStage(gate).chain(opened -> uni(page)).map(ignored -> "panel");
    }

    @Test
    void loadsThatWaitForEachOtherAreFoundAmongSeveral() throws Exception {
        page = cache.uni("page", argument -> Uni.combine().all().unis(uni(panel), uni(slow)).with(items -> "page"));
        assertThatNobodyWaitsForEver();
    }

    @Test
    void loadsThatWaitForEachOtherAreFoundWhenAnotherIsThere() throws Exception {
        page = cache.uni("page", argument -> Uni.combine().all().unis(uni(slow), uni(panel)).with(items -> "page"));
        assertThatNobodyWaitsForEver();
    }

    @Test
    void waitingForOneEndsAndForAnotherGoesOn() throws Exception {
        page = cache.uni("page", argument -> Uni.combine().all().unis(uni(slow), uni(panel)).with(items -> "page"));
        UniAssertSubscriber<Object> first = subscribed(slow);
        UniAssertSubscriber<Object> second = subscribed(panel);
        UniAssertSubscriber<Object> third = subscribed(page);

        slowDatabase.complete("slow");
        gate.complete("opened");

        assertThat(first.awaitItem().getItem()).isEqualTo("slow");
        assertThat(second.awaitItem().getItem()).isEqualTo("panel");
        assertThat(third.awaitItem().getItem()).isEqualTo("page");
    }

    /** It is no circle: the page has given up waiting, and goes on without it. */
    @Test
    void aLoadThatHasGivenUpWaitingCanBeWaitedForByTheOther() throws Exception {
        CompletableFuture<Object> rest = new CompletableFuture<>();
        TestMethod[] asking = new TestMethod[1];
        page = cache.uni("page", argument -> {
            subscribed(asking[0]).cancel();
            return Uni.createFrom().completionStage(rest);
        });
        asking[0] = cache.uni("asking", argument -> Uni.createFrom().completionStage(gate).chain(opened -> uni(page)));
        UniAssertSubscriber<Object> first = subscribed(asking[0]);
        UniAssertSubscriber<Object> second = subscribed(page);

        gate.complete("opened");
        rest.complete("page");

        assertThat(first.awaitItem().getItem()).isEqualTo("page");
        assertThat(second.awaitItem().getItem()).isEqualTo("page");
        assertThat(page.executions).hasValue(1);
    }

    private void assertThatNobodyWaitsForEver() throws Exception {
        subscribed(slow);
        UniAssertSubscriber<Object> second = subscribed(panel);
        UniAssertSubscriber<Object> third = subscribed(page);

        gate.complete("opened");
        slowDatabase.complete("slow");

        assertThat(second.awaitItem().getItem()).isEqualTo("panel");
        assertThat(third.awaitItem().getItem()).isEqualTo("page");
        assertThat(cache.inFlight()).isZero();
    }

    private static Uni<Object> uni(TestMethod method) {
        try {
            return method.uni("key");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static UniAssertSubscriber<Object> subscribed(TestMethod method) {
        return uni(method).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
