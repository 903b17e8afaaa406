package io.quarkiverse.usecache.test.context;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.EventLoops;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** A call that has waited too long for another's load goes on where it was. */
class TimedOutCallerContextTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(TimedOutCallerContextTest.class, EventLoops.class))
            .overrideConfigKey("quarkus.use-cache.join-timeout", "100ms");

    @Inject
    Shop shop;

    @Inject
    Vertx vertx;

    @Test
    void anEventLoopLoadsOnItsOwnContext() throws Exception {
        Context first = EventLoops.newContext(vertx);
        Context second = EventLoops.newContext(vertx);
        EventLoops.subscribe(first, shop::item);
        assertThat(Shop.FIRST.get(10, SECONDS)).isSameAs(first);

        CompletableFuture<Context> joiner = EventLoops.subscribe(second, () -> shop.item().map(item -> {
            assertThat(Context.isOnEventLoopThread()).isTrue();
            return Vertx.currentContext();
        }));

        assertThat(joiner.get(10, SECONDS)).isSameAs(second);
        assertThat(Shop.SECOND.get(10, SECONDS)).isSameAs(second);
    }

    @ApplicationScoped
    static class Shop {

        static final CompletableFuture<Context> FIRST = new CompletableFuture<>();
        static final CompletableFuture<Context> SECOND = new CompletableFuture<>();

        @UseCache
        public Uni<String> item() {
            assertThat(Context.isOnEventLoopThread()).isTrue();
            if (FIRST.complete(Vertx.currentContext())) {
                return Uni.createFrom().nothing();
            }
            SECOND.complete(Vertx.currentContext());
            return Uni.createFrom().item("second");
        }
    }
}
