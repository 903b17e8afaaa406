package io.quarkiverse.usecache.test.value;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;

/** Cases 8 to 11: what is cached, and from where it may be called. */
class ValuesTest {

    private static final AtomicInteger EXECUTIONS = new AtomicInteger();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(ValuesTest.class));

    @Inject
    Shop shop;

    @Inject
    Instance<Warm> warm;

    @Inject
    Vertx vertx;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        EXECUTIONS.set(0);
    }

    @Test
    void case8NullAndAnEmptyOptionalAreCached() {
        assertThat(shop.nothing()).isNull();
        assertThat(shop.nothing()).isNull();
        assertThat(shop.empty()).isEmpty();
        assertThat(shop.empty()).isEmpty();
        assertThat(EXECUTIONS).hasValue(2);
    }

    @Test
    void case9ACallNeedsNoRequest() throws Exception {
        int loaded = warm.get().loaded();
        vertx.eventBus().consumer("shop", message -> vertx.executeBlocking(() -> shop.value()).onSuccess(message::reply));

        assertThat(shop.value()).isEqualTo(loaded);
        assertThat(Infrastructure.getDefaultWorkerPool().schedule(() -> shop.value(), 1, MILLISECONDS).get(10, SECONDS))
                .isEqualTo(loaded);
        assertThat(vertx.eventBus().request("shop", "").toCompletionStage().toCompletableFuture().get(10, SECONDS).body())
                .isEqualTo(loaded);
        assertThat(NoBean.value()).isEqualTo(Warm.LOADED_STATICALLY);
        assertThat(EXECUTIONS).hasValue(2);
    }

    @Test
    void case10AStaticMethodOfAClassThatIsNoBeanIsCached() {
        assertThat(NoBean.value()).isEqualTo(NoBean.value());
        assertThat(EXECUTIONS).hasValue(1);
    }

    @Test
    void case11ACallOfTheBeanItselfIsCached() {
        assertThat(shop.self()).isEqualTo(shop.self()).isEqualTo(shop.value());
        assertThat(EXECUTIONS).hasValue(1);
    }

    @ApplicationScoped
    static class Shop {

        @UseCache
        public String nothing() {
            EXECUTIONS.incrementAndGet();
            return null;
        }

        @UseCache
        public Optional<String> empty() {
            EXECUTIONS.incrementAndGet();
            return Optional.empty();
        }

        @UseCache
        public int value() {
            return EXECUTIONS.incrementAndGet();
        }

        public int self() {
            return value();
        }
    }

    /** Calls before anybody can call it. */
    @ApplicationScoped
    static class Warm {

        static final int LOADED_STATICALLY = NoBean.value();

        private int loaded;

        @Inject
        Shop shop;

        @PostConstruct
        void load() {
            loaded = shop.value();
        }

        int loaded() {
            return loaded;
        }
    }

    static class NoBean {

        @UseCache
        static int value() {
            return EXECUTIONS.incrementAndGet();
        }
    }
}
