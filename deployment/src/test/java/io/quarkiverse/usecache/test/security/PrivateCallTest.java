package io.quarkiverse.usecache.test.security;

import static io.quarkiverse.usecache.test.security.Users.as;
import static io.quarkiverse.usecache.test.security.Users.asNobody;
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
