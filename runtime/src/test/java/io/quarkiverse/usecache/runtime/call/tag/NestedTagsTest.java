package io.quarkiverse.usecache.runtime.call.tag;

import static io.quarkiverse.usecache.CachedCall.cacheTag;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.smallrye.mutiny.Uni;

class NestedTagsTest {

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache();
    private final TestMethod innermost = cache.method("innermost", argument -> "value", "innermost");
    private final TestMethod inner = cache.method("inner", argument -> innermost.call(), "inner");
    private final TestMethod outer = cache.method("outer", argument -> inner.call(), "outer");

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aTagReachesEveryCallAroundItAlsoFromAHit(boolean innerFirst) throws Exception {
        if (innerFirst) {
            innermost.call();
            inner.call();
        }
        outer.call();

        cache.revalidate("innermost");
        outer.call();
        assertExecutions(2, 2, 2);
        cache.revalidate("inner");
        outer.call();
        assertExecutions(2, 3, 3);
        cache.revalidate("outer");
        outer.call();
        assertExecutions(2, 3, 4);
        cache.revalidate("another");
        outer.call();
        assertExecutions(2, 3, 4);
    }

    @Test
    void aTagReachesTheCallAroundItFromALoadThatItJoined() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        TestMethod slow = cache.method("slow", argument -> {
            if (loading.getCount() > 0) {
                loading.countDown();
                TestMethod.awaitJoiners(1);
            }
            cacheTag("late");
            return "value";
        });
        TestMethod around = cache.method("around", argument -> slow.call());
        Future<Object> first = threads.start(slow::call);
        loading.await();
        around.call();
        first.get(10, TimeUnit.SECONDS);

        cache.revalidate("late");
        around.call();

        assertThat(around.executions).hasValue(2);
    }

    @Test
    void aTagOfACallThatFailsReachesTheCallThatCopesWithIt() throws Exception {
        TestMethod failing = cache.method("failing", argument -> {
            throw new IllegalStateException("broken");
        }, "broken");
        TestMethod coping = cache.method("coping", argument -> {
            try {
                return failing.call();
            } catch (IllegalStateException e) {
                return "instead";
            }
        });
        coping.call();
        coping.call();
        assertThat(coping.executions).hasValue(1);

        cache.revalidate("broken");

        coping.call();
        assertThat(coping.executions).hasValue(2);
    }

    @Test
    void aTagReachesTheUniAroundIt() throws Exception {
        TestMethod read = cache.uni("read", argument -> Uni.createFrom().item("value"), "uni");
        TestMethod around = cache.uni("around", argument -> read.uni("key"));
        for (int i = 0; i < 2; i++) {
            around.uni("key").await().indefinitely();
            around.uni("key").await().indefinitely();
            assertThat(around.executions).hasValue(i + 1);
            cache.revalidate("uni");
        }
    }

    /** Made before the cached call, in a field for example, and subscribed to inside it. */
    @Test
    void aTagReachesTheCallThatSubscribesToAUniMadeElsewhere() throws Exception {
        TestMethod read = cache.uni("read", argument -> Uni.createFrom().item("value"), "uni");
        Uni<Object> made = read.uni("key");
        TestMethod around = cache.uni("around", argument -> made);
        for (int i = 0; i < 2; i++) {
            around.uni("key").await().indefinitely();
            around.uni("key").await().indefinitely();
            assertThat(around.executions).hasValue(i + 1);
            cache.revalidate("uni");
        }
    }

    private void assertExecutions(int ofInnermost, int ofInner, int ofOuter) {
        assertThat(innermost.executions).hasValue(ofInnermost);
        assertThat(inner.executions).hasValue(ofInner);
        assertThat(outer.executions).hasValue(ofOuter);
    }
}
