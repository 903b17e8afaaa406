package io.quarkiverse.usecache.runtime.call.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.quarkiverse.usecache.runtime.method.ReturnKind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

class FailureTest {

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache();

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("broken", new IOException("cause")), new IOException("checked"),
                new OutOfMemoryError("pretended"), new StackOverflowError());
    }

    /** What is not the caller's own: others would have failed likewise. */
    static Stream<Throwable> shared() {
        return failures().filter(failure -> !(failure instanceof StackOverflowError));
    }

    static Stream<Throwable> own() {
        return Stream.of(new StackOverflowError(), new IllegalStateException("waiting", new InterruptedException()),
                new InterruptedException());
    }

    /** The stack of one caller, or its interrupt, says nothing about the others: one of them loads. */
    @ParameterizedTest
    @MethodSource("own")
    void aFailureThatIsTheCallersOwnFailsNobodyElse(Throwable failure) throws Exception {
        TestMethod[] read = new TestMethod[1];
        read[0] = cache.method("read", argument -> {
            if (read[0].executions.get() == 1) {
                TestMethod.awaitJoiners(4);
                return thrown(failure);
            }
            return "value";
        });

        List<Object> caught = TestThreads.all(threads.startTogether(5, i -> () -> {
            Object[] value = new Object[1];
            Throwable thrown = catchThrowable(() -> value[0] = read[0].call());
            return thrown == null ? value[0] : thrown;
        }));

        assertThat(caught).hasSize(5).containsOnlyOnce(failure);
        assertThat(caught.stream().filter("value"::equals)).hasSize(4);
        assertThat(read[0].executions).hasValue(2);
        assertThat(cache.inFlight()).isZero();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsThrownAsItIsAndNotStored(Throwable failure) {
        TestMethod read = cache.method("read", argument -> thrown(failure));

        for (int i = 0; i < 3; i++) {
            assertThat(catchThrowable(read::call)).isSameAs(failure);
        }

        assertThat(read.executions).hasValue(3);
        assertThat(cache.entries()).isZero();
    }

    @ParameterizedTest
    @MethodSource("shared")
    void allCallsThatJoinGetTheVeryFailure(Throwable failure) throws Exception {
        TestMethod read = cache.method("read", argument -> {
            TestMethod.awaitJoiners(19);
            return thrown(failure);
        });

        List<Throwable> caught = TestThreads.all(threads.startTogether(20, i -> () -> catchThrowable(read::call)));

        assertThat(caught).hasSize(20).allSatisfy(each -> assertThat(each).isSameAs(failure));
        assertThat(read.executions).hasValue(1);
        assertThat(cache.entries()).isZero();
    }

    @ParameterizedTest
    @MethodSource("shared")
    void allSubscribersGetTheVeryFailure(Throwable failure) throws Exception {
        CompletableFuture<Object> database = new CompletableFuture<>();
        TestMethod read = cache.uni("read", argument -> Uni.createFrom().completionStage(database));
        UniAssertSubscriber<Object> first = subscribed(read);
        UniAssertSubscriber<Object> second = subscribed(read);

        database.completeExceptionally(failure);

        assertThat(first.awaitFailure().getFailure()).isSameAs(failure);
        assertThat(second.awaitFailure().getFailure()).isSameAs(failure);
        assertThat(read.executions).hasValue(1);
        assertThat(cache.entries()).isZero();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aMethodThatThrowsInsteadOfReturningItsUniFailsTheUni(Throwable failure) throws Exception {
        TestMethod read = cache.uni("read", argument -> thrown(failure));

        assertThat(subscribed(read).awaitFailure().getFailure()).isSameAs(failure);
        assertThat(cache.entries()).isZero();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aStageFailsWithTheFailureOfTheMethodsStage(Throwable failure) throws Exception {
        TestMethod read = cache.of(ReturnKind.STAGE, "read",
                argument -> CompletableFuture.completedFuture("").thenApply(ignored -> {
                    throw new CompletionException(failure);
                }));

        CompletionStage<?> stage = (CompletionStage<?>) read.call();

        assertThat(stage.handle((item, caught) -> caught).toCompletableFuture().get()).isSameAs(failure);
        assertThat(cache.entries()).isZero();
    }

    @Test
    void aMethodThatReturnsNoUniFailsTheUni() throws Exception {
        TestMethod read = cache.uni("read", argument -> null);

        assertThat(subscribed(read).awaitFailure().getFailure()).isInstanceOf(NullPointerException.class);
        assertThat(cache.inFlight()).isZero();
    }

    private static UniAssertSubscriber<Object> subscribed(TestMethod read) throws Exception {
        return read.uni("key").subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static Object thrown(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }
}
