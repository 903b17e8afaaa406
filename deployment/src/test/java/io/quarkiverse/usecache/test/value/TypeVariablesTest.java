package io.quarkiverse.usecache.test.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** What a bean puts for a type variable decides how the result of an inherited method is handed over. */
@Timeout(60)
class TypeVariablesTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClass(TypeVariablesTest.class));

    @Inject
    Unis unis;

    @Inject
    Stages stages;

    @Test
    void itemOfAUniIsCached() {
        assertThat(await(unis.find("a"))).isEqualTo("a1");
        assertThat(await(unis.find("a"))).isEqualTo("a1");
    }

    @Test
    void failureOfAUniIsNotKept() {
        assertThatThrownBy(() -> await(unis.find("fails"))).hasMessage("fails1");
        assertThatThrownBy(() -> await(unis.find("fails"))).hasMessage("fails2");
    }

    @Test
    void itemOfAStageIsCached() {
        assertThat(stages.find("b").toCompletableFuture().join()).isEqualTo("b1");
        assertThat(stages.find("b").toCompletableFuture().join()).isEqualTo("b1");
        assertThatThrownBy(() -> stages.find("fails").toCompletableFuture().join()).hasRootCauseMessage("fails1");
        assertThatThrownBy(() -> stages.find("fails").toCompletableFuture().join()).hasRootCauseMessage("fails2");
    }

    @Test
    void revalidationWaitsForTheItem() {
        assertThat(await(unis.find("c"))).isEqualTo("c1");
        CompletableFuture<String> change = unis.change("c").subscribeAsCompletionStage();
        assertThat(await(unis.find("c"))).isEqualTo("c1");
        unis.complete("changed");
        assertThat(change.join()).isEqualTo("changed");
        assertThat(await(unis.find("c"))).isEqualTo("c2");
    }

    private static String await(Uni<String> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }

    public abstract static class Base<T> {

        private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();

        @UseCache
        @CacheTag("entry:{key}")
        public T find(String key) {
            return of(key, key + runs.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet());
        }

        @RevalidateTag("entry:{key}")
        public T change(String key) {
            return later();
        }

        abstract T of(String key, String value);

        abstract T later();
    }

    public abstract static class Between<N extends Number, V> extends Base<V> {
    }

    @ApplicationScoped
    public static class Unis extends Between<Integer, Uni<String>> {

        private volatile UniEmitter<? super String> emitter;

        void complete(String item) {
            emitter.complete(item);
        }

        @Override
        Uni<String> of(String key, String value) {
            return key.equals("fails") ? Uni.createFrom().failure(new IllegalStateException(value))
                    : Uni.createFrom().item(value);
        }

        @Override
        Uni<String> later() {
            return Uni.createFrom().emitter(given -> emitter = given);
        }
    }

    @ApplicationScoped
    public static class Stages extends Base<CompletionStage<String>> {

        @Override
        CompletionStage<String> of(String key, String value) {
            return key.equals("fails") ? CompletableFuture.failedStage(new IllegalStateException(value))
                    : CompletableFuture.completedStage(value);
        }

        @Override
        CompletionStage<String> later() {
            return new CompletableFuture<>();
        }
    }
}
