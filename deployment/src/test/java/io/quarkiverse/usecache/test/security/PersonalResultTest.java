package io.quarkiverse.usecache.test.security;

import static io.quarkiverse.usecache.test.security.Users.as;
import static io.quarkiverse.usecache.test.security.Users.asNobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkiverse.usecache.UseCache;
import io.quarkiverse.usecache.UseCache.Visibility;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** A shared method that calls a private one has made something for one user. */
class PersonalResultTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(Users.class, Diary.class))
            .setLogRecordPredicate(record -> record.getMessage().contains("not cached"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getParameters)
                    .extracting(parameters -> parameters[0].toString()).filteredOn(method -> method.contains("shelf("))
                    .hasSize(1));

    @Inject
    Library library;

    @Inject
    TagCache tagCache;

    @BeforeEach
    void forget() {
        tagCache.clearAll();
        Library.gate = new CountDownLatch(0);
    }

    @Test
    void itIsNotStored() {
        as("alice", library::shelf);

        assertThat(as("bob", library::shelf)).startsWith("bob");
        assertThat(asNobody(library::shelf)).startsWith("nobody");
        assertThat(as("alice", library::shelf)).startsWith("alice");
    }

    @Test
    void itIsNotStoredWhenThePrivateCallIsAHit() {
        String page = as("alice", library::shelf);

        assertThat(as("alice", library::shelf)).isEqualTo(page);
        assertThat(as("bob", library::shelf)).startsWith("bob");
    }

    @Test
    void itIsNotStoredThroughSeveralSharedCalls() {
        as("alice", library::hall);

        assertThat(as("bob", library::hall)).startsWith("bob");
    }

    @Test
    void anAnonymousOneIsNotStored() {
        asNobody(library::shelf);

        assertThat(as("bob", library::shelf)).startsWith("bob");
    }

    @Test
    void anAsynchronousOneIsNotStored() {
        as("alice", () -> library.shelfUni().await().indefinitely());

        assertThat(as("bob", () -> library.shelfUni().await().indefinitely())).startsWith("bob");
    }

    @Test
    void itIsNotGivenToAWaitingCaller() throws Exception {
        itIsNotGivenToAWaitingCaller(library::shelf);
        itIsNotGivenToAWaitingCaller(() -> library.shelfUni().await().indefinitely());
    }

    private void itIsNotGivenToAWaitingCaller(Supplier<String> call) throws Exception {
        Library.gate = new CountDownLatch(1);
        Library.entered = new CountDownLatch(1);
        FutureTask<String> ofAlice = started(() -> as("alice", call));
        Library.entered.await(10, TimeUnit.SECONDS);
        FutureTask<String> ofBob = started(() -> as("bob", call));
        FutureTask<String> ofNobody = started(() -> asNobody(call));
        Library.gate.countDown();

        assertThat(ofAlice.get(10, TimeUnit.SECONDS)).startsWith("alice");
        assertThat(ofBob.get(10, TimeUnit.SECONDS)).startsWith("bob");
        assertThat(ofNobody.get(10, TimeUnit.SECONDS)).startsWith("nobody");
    }

    /** Returns when the call waits, at the gate or for the identity. */
    private static FutureTask<String> started(Callable<String> call) {
        FutureTask<String> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.start();
        await().until(() -> Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getState()));
        return task;
    }

    @Test
    void aPrivateMethodMayStoreIt() {
        String ofAlice = as("alice", library::desk);

        assertThat(as("alice", library::desk)).isSameAs(ofAlice);
        assertThat(as("bob", library::desk)).startsWith("bob");
    }

    @ApplicationScoped
    static class Library {

        static volatile CountDownLatch gate;
        static volatile CountDownLatch entered = new CountDownLatch(1);

        @Inject
        Diary diary;

        @UseCache
        public String shelf() {
            waitAtGate();
            return diary.page(1);
        }

        @UseCache
        public String hall() {
            return shelf();
        }

        @UseCache
        public Uni<String> shelfUni() {
            waitAtGate();
            return diary.pageUni();
        }

        @UseCache(visibility = Visibility.PRIVATE)
        public String desk() {
            return new StringBuilder(diary.page(1)).toString();
        }

        private static void waitAtGate() {
            entered.countDown();
            try {
                gate.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
