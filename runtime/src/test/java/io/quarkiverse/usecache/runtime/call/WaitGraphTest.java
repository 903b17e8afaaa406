package io.quarkiverse.usecache.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.load.Load;

/** Two loads that begin to wait for each other at the same moment: one of them at least finds it. */
@Timeout(60)
class WaitGraphTest {

    private final TestCache cache = new TestCache();
    private final Load first = begin("first");
    private final Load second = begin("second");
    private boolean secondMustNotWait;

    private final Map<Load, Queue<Load>> awaited = new ConcurrentHashMap<>() {

        private static final long serialVersionUID = 1L;
        private boolean asked;

        /** The other load begins to wait as soon as the first has looked. */
        @Override
        public Queue<Load> getOrDefault(Object load, Queue<Load> none) {
            Queue<Load> seen = super.getOrDefault(load, none);
            if (!asked) {
                asked = true;
                secondMustNotWait = graph.begin(second.scope(), first);
            }
            return seen;
        }
    };
    private final WaitGraph graph = new WaitGraph(awaited);

    private Load begin(String name) {
        return cache.loader.begin(cache.method(name, argument -> "value").toCall("key"), null);
    }

    @Test
    void loadsThatBeginToWaitForEachOtherAtTheSameMomentAreFound() {
        boolean firstMustNotWait = graph.begin(first.scope(), second);

        assertThat(firstMustNotWait || secondMustNotWait).isTrue();
    }

    @Test
    void nothingIsLeftOfWaitsThatHaveEndedOrMustNotBegin() {
        boolean firstMustNotWait = graph.begin(first.scope(), second);
        assertThat(awaited).hasSize(1);
        graph.end(firstMustNotWait ? second.scope() : first.scope(), firstMustNotWait ? first : second);

        assertThat(awaited).isEmpty();
    }
}
