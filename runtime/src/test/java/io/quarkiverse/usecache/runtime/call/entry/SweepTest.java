package io.quarkiverse.usecache.runtime.call.entry;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.smallrye.mutiny.Uni;

@Timeout(120)
class SweepTest {

    /** Each cache has a tag of its own. */
    private static final int OF_CACHES = 2;

    private final TestCache cache = new TestCache();
    private final TestMethod read = cache.method("read", cache.profile("seconds"), true, argument -> "value", "used");
    private final TestMethod other = cache.method("other", argument -> "value", "gone");

    @Test
    void entriesThatCannotBeServedAreFreedAndTheirTagsForgotten() throws Exception {
        read.call();
        other.call();
        cache.revalidate("gone");

        sweep();

        assertThat(cache.entries()).isEqualTo(1);
        assertThat(cache.clock.knownTags()).isEqualTo(OF_CACHES + 1);
        cache.advance(Duration.ofSeconds(61));
        sweep();
        assertThat(cache.entries()).isZero();
        assertThat(cache.clock.knownTags()).isEqualTo(OF_CACHES);
    }

    @Test
    void aTagInUseStillRevalidatesAfterASweep() throws Exception {
        read.call();
        sweep();
        sweep();
        read.call();
        assertThat(read.executions).hasValue(1);

        cache.revalidate("used");

        read.call();
        assertThat(read.executions).hasValue(2);
    }

    @Test
    void theTagsOfAnEntryThatIsBeingRefreshedAreInUse() throws Exception {
        read.call();
        cache.makeStale("used");
        read.call();
        sweep();

        read.call();

        assertThat(read.executions).hasValue(1);
        cache.runRefreshes();
        assertThat(read.executions).hasValue(2);
    }

    @Test
    void aLoadSweepsWhenAMinuteHasPassed() throws Exception {
        other.call();
        cache.revalidate("gone");
        cache.advance(Duration.ofSeconds(60));

        read.call();

        assertThat(cache.entries()).isEqualTo(1);
    }

    @Test
    void aMillionMadeUpTagsLeaveNothing() throws Exception {
        read.call();
        long before = usedHeap();

        for (int i = 0; i < 1_000_000; i++) {
            cache.revalidate("made up " + i);
        }

        assertThat(cache.clock.knownTags()).isEqualTo(OF_CACHES + 1);
        assertThat(usedHeap() - before).isLessThan(8 * 1024 * 1024);
        read.call();
        assertThat(read.executions).hasValue(1);
    }

    /** Loads that each give a tag of their own, over few entries: what is known stays in proportion to what is in use. */
    @Test
    void knownTagsStayInProportionToTagsInUse() throws Exception {
        TestCache small = new TestCache(1_000, Duration.ofSeconds(30));
        int[] loads = { 0 };
        TestMethod tagged = small.method("tagged", argument -> {
            cacheTag("load:" + loads[0]++);
            return argument;
        });
        for (int i = 0; i < 200_000; i++) {
            tagged.call(i % 5_000);
        }
        assertThat(loads[0]).isGreaterThan(50_000);
        assertThat(small.clock.knownTags()).isLessThan(10_000);
    }

    /** A load that ends while others are looked at has become an entry: its tags are found there, whenever that happens. */
    @Test
    void theTagsOfALoadThatBecomesAnEntryMeanwhileAreInUse() {
        for (int slipIn = 1; slipIn <= 16; slipIn++) {
            TestCache swept = new TestCache();
            CompletableFuture<Object> database = new CompletableFuture<>();
            TestMethod slow = swept.uni("slow", argument -> {
                cacheTag("of " + argument);
                return Uni.createFrom().completionStage(database);
            });
            callTen(slow);
            swept.clock.startSweep();
            swept.clock.startSweep();
            AtomicInteger untilTheyEnd = new AtomicInteger(slipIn);
            swept.beforeTimeIsRead = () -> {
                if (untilTheyEnd.decrementAndGet() == 0) {
                    database.complete("value");
                }
            };
            swept.sweep.run();
            database.complete("value");

            callTen(slow);
            assertThat(slow.executions).as("the loads end at read %d of the time", slipIn).hasValue(10);
            swept.revalidate("of 3");
            callTen(slow);
            assertThat(slow.executions).hasValue(11);
        }
    }

    private static void callTen(TestMethod method) {
        for (int i = 0; i < 10; i++) {
            Object argument = i;
            assertThatCode(() -> method.uni(argument).subscribe().with(item -> {
            })).doesNotThrowAnyException();
        }
    }

    /** Twice, since a tag that was in use at the sweep before is not dropped yet. */
    private void sweep() {
        cache.sweep.run();
        cache.sweep.run();
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
