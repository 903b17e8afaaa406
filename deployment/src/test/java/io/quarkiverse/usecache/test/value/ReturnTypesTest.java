package io.quarkiverse.usecache.test.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** Every return type that is cached, and every way to fail. */
class ReturnTypesTest {

    private static final AtomicInteger EXECUTIONS = new AtomicInteger();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(ReturnTypesTest.class));

    @Inject
    Values values;

    @Inject
    Stages stages;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        EXECUTIONS.set(0);
        Stages.pending = new CompletableFuture<>();
    }

    @Test
    void aNullIsCached() {
        assertThat(values.nothing()).isNull();
        assertThat(values.nothing()).isNull();
        assertThat(EXECUTIONS).hasValue(1);
    }

    @Test
    void anEmptyOptionalIsCached() {
        assertThat(values.empty()).isEmpty();
        assertThat(values.empty()).isEmpty();
        assertThat(EXECUTIONS).hasValue(1);
    }

    @Test
    void primitivesAreCached() {
        assertThat(values.number()).isEqualTo(values.number()).isEqualTo(1);
        assertThat(values.flag((byte) 1)).isEqualTo(values.flag((byte) 1)).isTrue();
        assertThat(values.primitives(1, 'a', 2.0)).isEqualTo(values.primitives(1, 'a', 2.0)).containsExactly(3);
    }

    @Test
    void genericsAreCached() {
        assertThat(values.generic("a")).isSameAs(values.generic("a"));
        assertThat(values.generic(1)).isSameAs(values.generic(1));
        assertThat(EXECUTIONS).hasValue(2);
    }

    @Test
    void aCheckedExceptionIsThrownAsItIsAndNothingIsStored() {
        for (int i = 1; i <= 3; i++) {
            assertThatThrownBy(values::fail).isExactlyInstanceOf(IOException.class).hasMessage("failure " + i);
        }
    }

    @Test
    void anErrorIsThrownAsItIsAndLeavesNoCallInFlight() {
        assertThatThrownBy(() -> values.overflow()).isExactlyInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> values.overflow()).isExactlyInstanceOf(StackOverflowError.class);
        assertThat(EXECUTIONS).hasValue(2);
    }

    @Test
    void aUniIsLookedUpWhenItIsSubscribed() {
        Uni<Object> uni = stages.uni("a");
        assertThat(EXECUTIONS).hasValue(0);

        Object item = uni.await().indefinitely();
        assertThat(uni.await().indefinitely()).isSameAs(item);
        assertThat(stages.uni("a").await().indefinitely()).isSameAs(item);

        tagCache.revalidateTag("stages");
        assertThat(uni.await().indefinitely()).isNotSameAs(item);
        assertThat(EXECUTIONS).hasValue(2);
    }

    @Test
    void aUniOfNullIsCached() {
        assertThat(stages.uniOfNull().await().indefinitely()).isNull();
        assertThat(stages.uniOfNull().await().indefinitely()).isNull();
        assertThat(EXECUTIONS).hasValue(1);
    }

    @Test
    void theFailureOfAUniPassesAndNothingIsStored() {
        for (int i = 1; i <= 3; i++) {
            assertThat(failureOf(stages.failingUni(false))).isExactlyInstanceOf(IOException.class).hasMessage("failure " + i);
        }
    }

    @Test
    void aMethodThatThrowsInsteadOfReturningAUniFailsTheUni() {
        assertThat(failureOf(stages.failingUni(true))).isExactlyInstanceOf(IllegalStateException.class).hasMessage("thrown");
        assertThat(failureOf(stages.failingUni(true))).isExactlyInstanceOf(IllegalStateException.class).hasMessage("thrown");
        assertThat(EXECUTIONS).hasValue(2);
    }

    private static Throwable failureOf(Uni<?> uni) {
        return uni.subscribe().withSubscriber(UniAssertSubscriber.create()).awaitFailure().getFailure();
    }

    @Test
    void stagesAndFuturesAreCached() throws Exception {
        Object item = stages.stage("a").toCompletableFuture().get();
        assertThat(stages.stage("a").toCompletableFuture().get()).isSameAs(item);
        Object other = stages.future("a").get();
        assertThat(stages.future("a").get()).isSameAs(other).isNotSameAs(item);
        assertThat(EXECUTIONS).hasValue(2);
    }

    @Test
    void theFailureOfAStagePassesUnwrappedAndNothingIsStored() throws Exception {
        for (int i = 1; i <= 3; i++) {
            Throwable failure = stages.failingStage().handle((item, thrown) -> thrown).toCompletableFuture().get();
            assertThat(failure).isExactlyInstanceOf(IllegalStateException.class).hasMessage("failure " + i);
        }
    }

    @Test
    void aCallerThatCancelsDoesNotCancelTheOthers() throws Exception {
        CompletableFuture<Object> first = stages.slow();
        CompletableFuture<Object> second = stages.slow();
        first.cancel(true);
        Stages.pending.complete("item");
        assertThat(second.get()).isEqualTo("item");
        assertThat(stages.slow().get()).isEqualTo("item");
        assertThat(EXECUTIONS).hasValue(1);
    }

    @ApplicationScoped
    static class Values {

        @UseCache
        public Object nothing() {
            EXECUTIONS.incrementAndGet();
            return null;
        }

        @UseCache
        public Optional<String> empty() {
            EXECUTIONS.incrementAndGet();
            return Optional.empty();
        }

        @UseCache
        public int number() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        public boolean flag(byte bit) {
            EXECUTIONS.incrementAndGet();
            return bit == 1;
        }

        @UseCache
        public long[] primitives(long a, char b, double c) {
            return new long[] { EXECUTIONS.incrementAndGet() };
        }

        @UseCache
        public <T> Map<T, List<T>> generic(T key) {
            EXECUTIONS.incrementAndGet();
            return Map.of(key, List.of(key));
        }

        @UseCache
        public String fail() throws IOException {
            throw new IOException("failure " + EXECUTIONS.incrementAndGet());
        }

        @UseCache
        public String overflow() {
            EXECUTIONS.incrementAndGet();
            throw new StackOverflowError();
        }
    }

    @ApplicationScoped
    @CacheTag("stages")
    static class Stages {

        static volatile CompletableFuture<Object> pending;

        @UseCache
        public Uni<Object> uni(String key) {
            EXECUTIONS.incrementAndGet();
            return Uni.createFrom().item(Object::new);
        }

        @UseCache
        public Uni<String> uniOfNull() {
            EXECUTIONS.incrementAndGet();
            return Uni.createFrom().nullItem();
        }

        @UseCache
        public Uni<String> failingUni(boolean thrown) {
            int execution = EXECUTIONS.incrementAndGet();
            if (thrown) {
                throw new IllegalStateException("thrown");
            }
            return Uni.createFrom().failure(new IOException("failure " + execution));
        }

        @UseCache
        public CompletionStage<Object> stage(String key) {
            EXECUTIONS.incrementAndGet();
            return CompletableFuture.supplyAsync(Object::new);
        }

        @UseCache
        public CompletableFuture<Object> future(String key) {
            EXECUTIONS.incrementAndGet();
            return CompletableFuture.completedFuture(new Object());
        }

        @UseCache
        public CompletionStage<String> failingStage() {
            return CompletableFuture.supplyAsync(() -> {
                throw new IllegalStateException("failure " + EXECUTIONS.incrementAndGet());
            });
        }

        @UseCache
        public CompletableFuture<Object> slow() {
            EXECUTIONS.incrementAndGet();
            return pending;
        }
    }
}
