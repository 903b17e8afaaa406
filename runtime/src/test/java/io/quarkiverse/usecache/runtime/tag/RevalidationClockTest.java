package io.quarkiverse.usecache.runtime.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.RevalidationMode;

/** Which tags are known, what is remembered of those that are not, and what a revalidation that fails leaves behind. */
@Timeout(60)
class RevalidationClockTest {

    private final RevalidationClock clock = new RevalidationClock();

    @Test
    void aTagThatWasTakenSinceTheSweepBeforeIsKept() {
        TagState state = clock.intern("a");
        clock.dropUnused(clock.startSweep());
        assertThat(clock.intern("a")).as("taken just before the first sweep").isSameAs(state);
        clock.dropUnused(clock.startSweep());
        assertThat(clock.intern("a")).as("taken again since").isSameAs(state);
        clock.startSweep();
        clock.dropUnused(clock.startSweep());
        assertThat(clock.intern("a")).as("not taken during two sweeps").isNotSameAs(state);
    }

    @Test
    void aPinnedTagIsNeverDropped() {
        TagState state = clock.pinned("a");
        clock.startSweep();
        clock.dropUnused(clock.startSweep());
        clock.dropUnused(clock.startSweep());
        assertThat(clock.intern("a")).isSameAs(state);
    }

    @Test
    void bothNumbersOfAnUnknownTagAreRemembered() {
        long stamp = clock.stamp();
        clock.revalidate(RevalidationMode.STALE, List.of("a"));
        assertThat(clock.intern("a").staleAfter(stamp)).isTrue();
        assertThat(clock.intern("a").expiredAfter(stamp)).isFalse();
        clock.revalidate(RevalidationMode.EXPIRE, List.of("b"));
        assertThat(clock.intern("b").expiredAfter(stamp)).isTrue();
    }

    @Test
    void bothNumbersOfADroppedTagAreRemembered() {
        long stamp = clock.stamp();
        clock.intern("stale");
        clock.revalidate(RevalidationMode.STALE, List.of("stale"));
        drop();
        assertThat(clock.intern("stale").staleAfter(stamp)).isTrue();
        assertThat(clock.intern("stale").expiredAfter(stamp)).isFalse();
        clock.intern("expired");
        clock.revalidate(RevalidationMode.EXPIRE, List.of("expired"));
        drop();
        assertThat(clock.intern("expired").expiredAfter(stamp)).isTrue();
    }

    private void drop() {
        clock.startSweep();
        clock.dropUnused(clock.startSweep());
    }

    /** Its failure is its caller's; entries are looked at again, and nobody tries to complete it for ever after. */
    @Test
    void aRevalidationThatFailsIsNotRepeated() {
        int[] tries = { 0 };
        List<String> broken = new AbstractList<>() {
            @Override
            public void forEach(Consumer<? super String> action) {
                tries[0]++;
                throw new IllegalStateException("broken");
            }

            @Override
            public String get(int index) {
                return "a";
            }

            @Override
            public int size() {
                return 1;
            }
        };
        long epoch = clock.epoch();
        assertThat(catchThrowable(() -> clock.revalidate(RevalidationMode.EXPIRE, broken))).hasMessage("broken");
        clock.completePending();
        assertThat(tries[0]).isEqualTo(1);
        assertThat(clock.epoch()).isGreaterThan(epoch);
    }
}
