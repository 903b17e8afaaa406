package io.quarkiverse.usecache.test.purge;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.RevalidateTag;
import io.quarkiverse.usecache.Revalidation;
import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.test.purge.RecordingPurger.Purged;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/** Each test ends with a revalidation that is purged: what was not purged before that never is. */
@Timeout(120)
class PurgeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(RecordingPurger.class, Library.class))
            .overrideRuntimeConfigKey("quarkus.use-cache.http.tags", "public.*|last")
            .overrideRuntimeConfigKey("quarkus.use-cache.http.purge.\"own\".timeout", "10s");

    @Singleton
    static class Library {

        @UseCache("books")
        @CacheTag("public:books")
        String book(String title) {
            return title;
        }

        @RevalidateTag({ "public:books", "secret:stock" })
        void change(boolean fails) {
            if (fails) {
                throw new IllegalStateException("not changed");
            }
        }
    }

    @Inject
    TagCache tagCache;

    @Inject
    Library library;

    @Inject
    @Identifier("own")
    RecordingPurger purger;

    private void assertNothingElse() throws InterruptedException {
        tagCache.revalidateTag("last");
        assertThat(purger.next().tag()).isEqualTo("last");
    }

    @Test
    void tagsThatLeaveTheApplicationArePurgedWithModeAndSequence() throws InterruptedException {
        Revalidation revalidation = tagCache.revalidateTag(RevalidationMode.STALE, "public:a", "secret", "public:b");
        for (String tag : List.of("public:a", "public:b")) {
            assertThat(purger.next()).isEqualTo(new Purged(tag, RevalidationMode.STALE, revalidation.sequence()));
        }
        tagCache.revalidateTag("secret");
        assertNothingElse();
    }

    @Test
    void theAnnotationPurgesAfterTheMethodHasSucceeded() throws InterruptedException {
        assertThatThrownBy(() -> library.change(true)).hasMessage("not changed");
        library.change(false);
        assertThat(purger.next().tag()).isEqualTo("public:books");
        assertNothingElse();
    }

    @Test
    void purgesFollowTransactions() throws InterruptedException {
        assertThatThrownBy(() -> requiringNew().run(() -> {
            tagCache.revalidateTag("public:undone");
            throw new IllegalStateException("rolled back");
        })).hasMessageContaining("rolled back");
        requiringNew().run(() -> {
            tagCache.revalidateTag("public:done");
            requiringNew().run(() -> tagCache.revalidateTag("public:before"));
        });
        assertThat(purger.next().tag()).isEqualTo("public:before");
        assertThat(purger.next().tag()).isEqualTo("public:done");
        assertNothingElse();
    }

    @Test
    void clearingACachePurgesEverything() throws InterruptedException {
        library.book("Momo");
        tagCache.clear("books");
        assertThat(purger.next().tag()).isEqualTo(RecordingPurger.EVERYTHING);
        tagCache.clearAll();
        assertThat(purger.next().tag()).isEqualTo(RecordingPurger.EVERYTHING);
        assertNothingElse();
    }
}
