package io.quarkiverse.usecache.test.context;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** A cached method sees the request context that a thread without the caller's one has begun for itself. */
class OwnRequestContextTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(OwnRequestContextTest.class));

    @Inject
    Letters letters;

    @Inject
    Tenant tenant;

    @Inject
    RequestContextController requestContext;

    @Test
    void ofAValue() throws Exception {
        assertThat(onAThreadOfItsOwn("north", letters::head)).isEqualTo("To north: 1");
    }

    /** What an item sees is up to context propagation, which clears the context of such a thread for each stage. */
    @Test
    void orWhatAnItemSeesWithoutTheCache() throws Exception {
        String uncached = onAThreadOfItsOwn("south", id -> letters.uncachedHeadLater(id).await().indefinitely());
        assertThat(onAThreadOfItsOwn("south", id -> letters.headLater(id).await().indefinitely())).isEqualTo(uncached);
    }

    private String onAThreadOfItsOwn(String name, UnaryOperator<String> call) throws Exception {
        ManagedExecutor executor = ManagedExecutor.builder().propagated(ThreadContext.ALL_REMAINING).cleared(ThreadContext.CDI)
                .build();
        try {
            return executor.supplyAsync(() -> inRequest(name, call)).get(10, SECONDS);
        } finally {
            executor.shutdownNow();
        }
    }

    private String inRequest(String name, UnaryOperator<String> call) {
        requestContext.activate();
        try {
            tenant.rename(name);
            return call.apply("1");
        } finally {
            requestContext.deactivate();
        }
    }

    @RequestScoped
    static class Tenant {

        private String name;

        void rename(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    @ApplicationScoped
    static class Letters {

        @Inject
        Tenant tenant;

        @UseCache
        public String head(String id) {
            return "To " + tenant.name() + ": " + id;
        }

        @UseCache
        public Uni<String> headLater(String id) {
            return uncachedHeadLater(id);
        }

        public Uni<String> uncachedHeadLater(String id) {
            return Uni.createFrom().item(() -> "To " + tenant.name() + ": " + id);
        }
    }
}
