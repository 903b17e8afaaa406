package io.quarkiverse.usecache.runtime.call.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

class UniSingleFlightTest {

    private final TestCache cache = new TestCache();
    private final CompletableFuture<Object> database = new CompletableFuture<>();
    private final TestMethod read = cache.uni("read", argument -> Uni.createFrom().completionStage(database));

    @Test
    void aThousandSubscribersShareOneExecution() throws Exception {
        Uni<Object> uni = read.uni("key");
        List<UniAssertSubscriber<Object>> subscribers = IntStream.range(0, 1_000).mapToObj(i -> subscribed(uni)).toList();
        Object value = new Object();

        database.complete(value);

        assertThat(subscribers).allSatisfy(subscriber -> assertThat(subscriber.awaitItem().getItem()).isSameAs(value));
        assertThat(read.executions).hasValue(1);
    }

    @Test
    void aSubscriberThatCancelsTakesNothingFromTheOthers() throws Exception {
        UniAssertSubscriber<Object> first = subscribed(read.uni("key"));
        UniAssertSubscriber<Object> second = subscribed(read.uni("key"));
        UniAssertSubscriber<Object> third = subscribed(read.uni("key"));

        first.cancel();
        second.cancel();
        database.complete("value");

        assertThat(third.awaitItem().getItem()).isEqualTo("value");
        assertThat(subscribed(read.uni("key")).awaitItem().getItem()).isEqualTo("value");
        first.assertNotTerminated();
        second.assertNotTerminated();
        assertThat(read.executions).hasValue(1);
    }

    @Test
    void theMethodRunsWhenItIsSubscribedTo() throws Exception {
        read.uni("key");

        assertThat(read.executions).hasValue(0);
        assertThat(cache.entries()).isZero();
    }

    @Test
    void aCallerThatCancelsItsStageTakesNothingFromTheOthers() throws Exception {
        TestMethod staged = cache.of(ReturnKind.STAGE, "staged", argument -> database);
        CompletableFuture<?> first = stage(staged).toCompletableFuture();
        CompletableFuture<?> second = stage(staged).toCompletableFuture();

        first.cancel(true);
        database.complete("value");

        assertThat(second).isCompletedWithValueMatching("value"::equals);
        assertThat(stage(staged).toCompletableFuture()).isCompletedWithValueMatching("value"::equals);
        assertThat(staged.executions).hasValue(1);
    }

    private static CompletionStage<?> stage(TestMethod method) throws Exception {
        return (CompletionStage<?>) method.call();
    }

    private static UniAssertSubscriber<Object> subscribed(Uni<Object> uni) {
        return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
