package io.quarkiverse.usecache.test.security;

import static io.quarkiverse.usecache.test.security.Users.as;
import static io.quarkiverse.usecache.test.security.Users.asNobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class RefusedCallTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root
            .addClasses(Users.class));

    @Inject
    Vault vault;

    @Inject
    RolesOnTheClass rolesOnTheClass;

    @Inject
    LoginOnTheClass loginOnTheClass;

    @Inject
    TagCache tagCache;

    List<Supplier<Integer>> adminsOnly;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        adminsOnly = List.of(vault::gold, () -> vault.goldUni().await().indefinitely(), () -> join(vault.goldStage()),
                rolesOnTheClass::gold);
    }

    @Test
    void onAMiss() {
        int executions = Vault.EXECUTIONS.get();
        for (Supplier<Integer> gold : adminsOnly) {
            assertThatThrownBy(() -> as("bob", gold)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> asNobody(gold)).isInstanceOf(UnauthorizedException.class);
        }
        assertThat(Vault.EXECUTIONS).hasValue(executions);
    }

    @Test
    void onAHit() {
        for (Supplier<Integer> gold : adminsOnly) {
            int value = as("alice", "admin", gold);

            assertThatThrownBy(() -> as("bob", gold)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> asNobody(gold)).isInstanceOf(UnauthorizedException.class);
            assertThat(as("carol", "admin", gold)).isEqualTo(value);
        }
    }

    @Test
    void ofAClassThatWantsALogin() {
        int value = as("alice", loginOnTheClass::silver);

        assertThat(as("bob", loginOnTheClass::silver)).isEqualTo(value);
        assertThatThrownBy(() -> asNobody(loginOnTheClass::silver)).isInstanceOf(UnauthorizedException.class);
        assertThat(asNobody(loginOnTheClass::copper)).isEqualTo(as("bob", loginOnTheClass::copper));
        assertThatThrownBy(() -> as("alice", "admin", loginOnTheClass::lead)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void butNotARefreshWhichHasNoCaller() {
        for (Supplier<Integer> gold : adminsOnly) {
            int old = as("alice", "admin", gold);
            tagCache.revalidateTag(RevalidationMode.STALE, "gold");

            assertThat(as("alice", "admin", gold)).isEqualTo(old);
            await().untilAsserted(() -> assertThat(as("alice", "admin", gold)).isGreaterThan(old));
            assertThatThrownBy(() -> as("bob", gold)).isInstanceOf(ForbiddenException.class);
        }
    }

    private static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    @ApplicationScoped
    static class Vault {

        static final AtomicInteger EXECUTIONS = new AtomicInteger();

        @UseCache
        @CacheTag("gold")
        @RolesAllowed("admin")
        public int gold() {
            return EXECUTIONS.incrementAndGet();
        }

        @UseCache
        @CacheTag("gold")
        @RolesAllowed("admin")
        public Uni<Integer> goldUni() {
            return Uni.createFrom().item(EXECUTIONS::incrementAndGet);
        }

        @UseCache
        @CacheTag("gold")
        @RolesAllowed("admin")
        public CompletionStage<Integer> goldStage() {
            return CompletableFuture.completedFuture(EXECUTIONS.incrementAndGet());
        }
    }

    @ApplicationScoped
    @RolesAllowed("admin")
    static class RolesOnTheClass {

        @UseCache
        @CacheTag("gold")
        public int gold() {
            return Vault.EXECUTIONS.incrementAndGet();
        }
    }

    @ApplicationScoped
    @Authenticated
    @UseCache
    static class LoginOnTheClass {

        public int silver() {
            return Vault.EXECUTIONS.incrementAndGet();
        }

        @PermitAll
        public int copper() {
            return Vault.EXECUTIONS.incrementAndGet();
        }

        @DenyAll
        public int lead() {
            return Vault.EXECUTIONS.incrementAndGet();
        }
    }
}
