package io.quarkiverse.usecache.test.security;

import static io.quarkiverse.usecache.test.security.Users.as;
import static io.quarkiverse.usecache.test.security.Users.asNobody;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkiverse.usecache.test.Meanwhile;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.QuarkusUnitTest;

/** Cases 55 and 56: what users see of each other. */
class UsersTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(UsersTest.class, Users.class, Meanwhile.class));

    @Inject
    Shop shop;

    @Test
    void case55EachUserHasEntriesOfTheirOwnAndNobodyHasNone() {
        String ofAnn = as("ann", shop::basket);

        assertThat(as("bob", shop::basket)).startsWith("bob ");
        assertThat(as("ann", shop::basket)).isEqualTo(ofAnn).startsWith("ann ");
        assertThat(asNobody(shop::basket)).isNotEqualTo(asNobody(shop::basket));
    }

    @Test
    void case55NoUserJoinsTheLoadOfAnother() throws Exception {
        CompletableFuture<String> ofAnn = Meanwhile.call(() -> as("ann", shop::waitForBoth));
        CompletableFuture<String> ofBob = Meanwhile.call(() -> as("bob", shop::waitForBoth));

        assertThat(ofAnn.get(10, SECONDS)).isEqualTo("ann");
        assertThat(ofBob.get(10, SECONDS)).isEqualTo("bob");
    }

    @Test
    void case56ACallerWithoutTheRoleIsRefusedOnAMissAndOnAHit() {
        assertThatThrownBy(() -> as("bob", shop::gold)).isInstanceOf(ForbiddenException.class);
        int value = as("ann", "admin", shop::gold);
        assertThatThrownBy(() -> as("bob", shop::gold)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> asNobody(shop::gold)).isInstanceOf(UnauthorizedException.class);
        assertThat(as("cid", "admin", shop::gold)).isEqualTo(value);
    }

    @ApplicationScoped
    static class Shop {

        private final AtomicInteger executions = new AtomicInteger();
        private final CountDownLatch both = new CountDownLatch(2);

        @Inject
        SecurityIdentity caller;

        @UseCache(visibility = Visibility.PRIVATE)
        public String basket() {
            return caller.getPrincipal().getName() + " " + executions.incrementAndGet();
        }

        @UseCache(visibility = Visibility.PRIVATE)
        public String waitForBoth() {
            both.countDown();
            Meanwhile.await(both);
            return caller.getPrincipal().getName();
        }

        @UseCache
        @RolesAllowed("admin")
        public int gold() {
            return executions.incrementAndGet();
        }
    }
}
