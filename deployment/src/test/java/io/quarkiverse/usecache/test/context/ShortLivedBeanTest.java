package io.quarkiverse.usecache.test.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** A bean that ends with its request is gone when a refresh would run: the next call loads, with a bean of its own. */
@Timeout(60)
class ShortLivedBeanTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> {
    });

    @Inject
    Basket basket;

    @Inject
    TagCache tagCache;

    @Test
    void aStaleValueIsLoadedByTheNextCall() {
        assertThatTheNextCallLoads(() -> basket.value());
        assertThatTheNextCallLoads(() -> basket.uni().await().indefinitely());
    }

    private void assertThatTheNextCallLoads(Supplier<String> call) {
        String old = inRequest(call);
        assertThat(inRequest(call)).isEqualTo(old);
        tagCache.revalidateTag(RevalidationMode.STALE, "basket");

        String newer = inRequest(call);
        assertThat(newer).isNotEqualTo(old).endsWith("open");
        assertThat(inRequest(call)).isEqualTo(newer);
    }

    private static String inRequest(Supplier<String> call) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            return call.get();
        } finally {
            request.terminate();
        }
    }

    @RequestScoped
    @CacheTag("basket")
    static class Basket {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        private volatile String state = "open";

        @UseCache
        public String value() {
            return EXECUTIONS.incrementAndGet() + " " + state;
        }

        @UseCache
        public Uni<String> uni() {
            return Uni.createFrom().item(this::value);
        }

        @PreDestroy
        void close() {
            state = "closed";
        }
    }
}
