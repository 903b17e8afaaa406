package io.quarkiverse.usecache.test.security;

import static io.quarkiverse.usecache.test.security.Users.as;
import static io.quarkiverse.usecache.test.security.Users.asNobody;
import static io.quarkiverse.usecache.test.security.Users.identity;
import static io.quarkiverse.usecache.test.security.Users.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class PrivateCallTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withApplicationRoot(root -> root
            .addClasses(Users.class, Diary.class));

    @Inject
    Diary diary;

    @Inject
    TagCache tagCache;

    List<Supplier<String>> ways;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        ways = List.of(() -> diary.page(1), () -> await(diary.pageUni()), () -> await(diary.pageStage()),
                () -> await(diary.twoPages()));
    }

    @Test
    void eachUserHasEntries() {
        for (Supplier<String> way : ways) {
            String ofAlice = as("alice", way);
            String ofBob = as("bob", way);

            assertThat(ofAlice).startsWith("alice");
            assertThat(ofBob).startsWith("bob");
            assertThat(as("alice", way)).isEqualTo(ofAlice);
            assertThat(as("bob", way)).isEqualTo(ofBob);
        }
    }

    /** What one of them may see another might not (case 73). */
    @Test
    void aNameInAnotherRoleOrTenantOrFromAnotherMechanismHasEntriesOfItsOwn() {
        for (Supplier<String> way : ways) {
            List<SecurityIdentity> identities = List.of(identity("alice").addRole("user").build(),
                    identity("alice").addRole("admin").build(), identity("alice").addRole("user").addRole("admin").build(),
                    identity("alice").addRole("user").addAttribute("tenant-id", "acme").build(),
                    identity("alice").addRole("user").addCredential(new PasswordCredential("secret".toCharArray())).build());
            List<String> texts = identities.stream().map(identity -> in(identity, way)).toList();

            assertThat(texts).doesNotHaveDuplicates().allMatch(text -> text.startsWith("alice"));
            assertThat(identities.stream().map(identity -> in(identity, way)).toList()).isEqualTo(texts);
        }
    }

    @Test
    void argumentsStillCount() {
        assertThat(as("alice", () -> diary.page(1))).isNotEqualTo(as("alice", () -> diary.page(2)));
    }

    @Test
    void anonymousCallsAreNeverStored() {
        for (Supplier<String> way : ways) {
            as("alice", way);
            String first = asNobody(way);

            assertThat(first).startsWith("nobody");
            assertThat(asNobody(way)).startsWith("nobody").isNotEqualTo(first);
        }
    }

    @Test
    void callsOutsideARequestAreNeverStored() {
        int first = diary.executions();

        assertThat(diary.executions()).isNotEqualTo(first);
        assertThat(as("alice", diary::executions)).isNotEqualTo(first);
    }

    @Test
    void aTagDropsTheEntriesOfAllUsers() {
        for (Supplier<String> way : ways) {
            String ofAlice = as("alice", way);
            String ofBob = as("bob", way);
            tagCache.revalidateTag("diary");

            assertThat(as("alice", way)).isNotEqualTo(ofAlice);
            assertThat(as("bob", way)).isNotEqualTo(ofBob);
        }
    }

    @Test
    void aStaleValueIsLoadedByItsCaller() {
        for (Supplier<String> way : ways) {
            String old = as("alice", way);
            tagCache.revalidateTag(RevalidationMode.STALE, "diary");

            String newer = as("alice", way);
            assertThat(newer).startsWith("alice").isNotEqualTo(old);
            assertThat(as("alice", way)).isEqualTo(newer);
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
