package io.quarkiverse.usecache.test.security;

import static io.quarkiverse.usecache.test.security.Users.as;
import static io.quarkiverse.usecache.test.security.Users.meanwhile;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.QuarkusUnitTest;

/** Only calls of the same user wait for one load. */
class PrivateJoinTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root
            .addClasses(Users.class));

    @Inject
    Meeting meeting;

    @Test
    void twoUsersLoadAtTheSameTime() {
        Supplier<String> call = meeting::waitForTheOtherUser;
        List<CompletableFuture<String>> ofAlice = List.of(meanwhile(() -> as("alice", call)),
                meanwhile(() -> as("alice", call)));
        List<CompletableFuture<String>> ofBob = List.of(meanwhile(() -> as("bob", call)), meanwhile(() -> as("bob", call)));

        assertThat(ofAlice).allSatisfy(result -> assertThat(result).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("alice"));
        assertThat(ofBob).allSatisfy(result -> assertThat(result).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("bob"));
        assertThat(ofAlice.get(0).join()).isSameAs(ofAlice.get(1).join());
    }

    @ApplicationScoped
    static class Meeting {

        private final CyclicBarrier both = new CyclicBarrier(2);

        @Inject
        SecurityIdentity caller;

        @UseCache(visibility = Visibility.PRIVATE)
        public String waitForTheOtherUser() {
            try {
                both.await(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return new String(caller.getPrincipal().getName());
        }
    }
}
