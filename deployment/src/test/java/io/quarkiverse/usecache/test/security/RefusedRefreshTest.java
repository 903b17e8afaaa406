package io.quarkiverse.usecache.test.security;

import static io.quarkiverse.usecache.test.security.Users.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** A refresh that fails for want of an identity leaves the next caller to load (case 72). */
@Timeout(60)
class RefusedRefreshTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root
            .addClasses(Users.class));

    @Inject
    Report report;

    @Inject
    TagCache tagCache;

    @Test
    void theNextCallLoadsInTheForeground() {
        Stream.<Supplier<String>> of(() -> report.text(), () -> report.textUni().await().indefinitely(),
                () -> report.textStage().toCompletableFuture().join(), () -> report.textOfAnotherService())
                .forEach(this::assertThatTheNextCallLoads);
    }

    private void assertThatTheNextCallLoads(Supplier<String> call) {
        String old = as("alice", call);
        tagCache.revalidateTag(RevalidationMode.STALE, "report");

        await().untilAsserted(() -> assertThat(as("alice", call)).isNotEqualTo(old));
        String newer = as("alice", call);
        assertThat(as("bob", call)).as("shared, and fresh again").isEqualTo(newer);
    }

    @ApplicationScoped
    @CacheTag("report")
    static class Report {

        @Inject
        Figures figures;

        @UseCache
        public String text() {
            return "text " + figures.next();
        }

        @UseCache
        public Uni<String> textUni() {
            return Uni.createFrom().item(() -> "Uni " + figures.next());
        }

        @UseCache
        public CompletionStage<String> textStage() {
            return CompletableFuture.completedFuture("stage " + figures.next());
        }

        /** Its exception is not that of the service. */
        @UseCache
        public String textOfAnotherService() {
            try {
                return "other " + figures.next();
            } catch (SecurityException refused) {
                throw new IllegalStateException("the service refused", new AuthenticationFailedException(refused));
            }
        }
    }

    @ApplicationScoped
    static class Figures {

        private final AtomicInteger executions = new AtomicInteger();

        @RolesAllowed("user")
        public int next() {
            return executions.incrementAndGet();
        }
    }
}
