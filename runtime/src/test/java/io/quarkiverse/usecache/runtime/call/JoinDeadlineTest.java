package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.call.Decision.Join;
import io.quarkiverse.usecache.runtime.call.Decision.Waited;
import io.quarkiverse.usecache.runtime.load.Outcome;
import io.quarkiverse.usecache.runtime.load.ReadView;
import io.quarkiverse.usecache.runtime.load.ReadViews;
import io.quarkiverse.usecache.runtime.tag.PendingRevalidations;
import io.smallrye.mutiny.Uni;

/**
 * A call waits until the load is too old for all, so that one takes over, and not a moment less, after which all would load.
 */
@Timeout(60)
class JoinDeadlineTest {

    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(30);

    private final TestCache cache = new TestCache(100, JOIN_TIMEOUT);

    private TestMethod hanging() {
        return cache.uni("read", argument -> Uni.createFrom().nothing());
    }

    private static Object hang(TestMethod method) throws Exception {
        return method.uni("key").subscribe().with(item -> {
        });
    }

    /** Else all that call at the same moment would give up waiting at the same moment, and load each for itself. */
    @Test
    void aCallThatBeganBeforeTheLoadWaitsUntilTheLoadIsTooOld() throws Exception {
        TestMethod read = hanging();
        cache.views = once(() -> hang(read));
        Decision decision = cache.readThrough().decide(read.toCall("key"));
        assertThat(decision).isInstanceOfSatisfying(Join.class,
                join -> assertThat(join.end()).isEqualTo(Decision.End.TAKE_OVER));
    }

    @Test
    void aCallThatIsNotTheOneToTakeOverWaitsUntilTheNextLoadIsTooOld() throws Exception {
        TestMethod read = hanging();
        hang(read);
        Join join = new Join(cache.load(), 0, Decision.End.TAKE_OVER, Waited.NOT_YET);
        cache.advance(JOIN_TIMEOUT);
        cache.views = once(() -> hang(read));
        assertThat(cache.afterWait().timedOut(join, read.toCall("key"))).isInstanceOfSatisfying(Join.class, next -> {
            assertThat(next.load()).as("that of the other call").isNotSameAs(join.load());
            assertThat(next.end()).isEqualTo(Decision.End.TAKE_OVER);
        });
        assertThat(read.executions).hasValue(2);
    }

    @Test
    void aCallThatHasWaitedBeforeWaitsForTheNextLoadUntilItsDeadline() throws Exception {
        TestMethod read = hanging();
        hang(read);
        long deadline = cache.freshness.now() + 5;
        Join before = new Join(null, 0, Decision.End.TAKE_OVER, new Waited(false, deadline, 0));
        Outcome ofItsCaller = new Outcome.Failed(new IllegalStateException("its own"), false);
        assertThat(cache.afterWait().ended(before, ofItsCaller, read.toCall("key")))
                .isEqualTo(new Join(cache.load(), 5, Decision.End.GO_ALONE, new Waited(true, deadline, 0)));
    }

    /** Such as one in a transaction, which may hold the lock that the load waits for. */
    @Test
    void aCallThatMayHoldLocksWaitsAMomentOnly() throws Exception {
        TestMethod read = hanging();
        hang(read);
        cache.views = new ReadViews() {
            @Override
            public boolean mayHoldLocks() {
                return true;
            }
        };
        assertThat(cache.readThrough().decide(read.toCall("key"))).isInstanceOfSatisfying(Join.class, join -> {
            assertThat(Duration.ofNanos(join.nanos())).isLessThan(Duration.ofSeconds(1));
            assertThat(join.end()).isEqualTo(Decision.End.GO_ALONE);
        });
    }

    /** Time passes, and something happens, between two steps of a decision. */
    private ReadViews once(Callable<?> between) {
        AtomicBoolean happened = new AtomicBoolean();
        return new ReadViews() {
            @Override
            public ReadView at(long stamp) {
                happen();
                return ReadViews.super.at(stamp);
            }

            @Override
            public PendingRevalidations pending() {
                happen();
                return null;
            }

            private void happen() {
                if (happened.compareAndSet(false, true)) {
                    cache.advance(Duration.ofNanos(1));
                    assertThatCode(between::call).doesNotThrowAnyException();
                }
            }
        };
    }
}
