package io.quarkiverse.usecache.runtime.call.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkus.cache.CacheKeyGenerator;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** What was loaded for one argument is never stored for another, though callers and methods change their arguments. */
@Timeout(60)
class ChangedArgumentTest {

    /** Which page is shown; a caller may go on to the next. */
    private static final class Page {

        private int number;

        Page(int number) {
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Page page && page.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    private final TestCache cache = new TestCache();

    /** The refresh runs after the caller has gone on to page 2. */
    @Test
    void aRefreshDoesNotStoreTheNextPageUnderTheFirst() throws Exception {
        CacheKeyGenerator byNumber = (method, arguments) -> ((Page) arguments[0]).number;
        for (CacheKeyGenerator generator : new CacheKeyGenerator[] { null, byNumber }) {
            cache.generator = generator;
            TestMethod read = cache.method(generator == null ? "read" : "generated", page -> "page " + ((Page) page).number,
                    "a");
            read.call(new Page(1));
            cache.makeStale("a");
            Page page = new Page(1);
            assertThat(read.call(page)).isEqualTo("page 1");
            page.number = 2;
            cache.runRefreshes();
            assertThat(read.call(new Page(1))).isEqualTo("page 1");
        }
    }

    /** The method sorts what it was given: the entry is found again by what the caller gave. */
    @Test
    void aMethodMayChangeACollectionItWasGiven() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            ((List<?>) argument).sort(null);
            return argument.toString();
        });
        read.call(new ArrayList<>(List.of(3, 1, 2)));
        assertThat(read.call(new ArrayList<>(List.of(3, 1, 2)))).isEqualTo("[1, 2, 3]");
        assertThat(read.executions).hasValue(1);
        assertThat(cache.entries()).isEqualTo(1);
    }

    @Test
    void aRefreshGetsTheCollectionAsItWas() throws Exception {
        TestMethod read = cache.method("read", Object::toString, "a");
        Map<String, List<Integer>> argument = new TreeMap<>(Collections.reverseOrder());
        argument.put("a", new ArrayList<>(List.of(1)));
        List<Object> given = new ArrayList<>(List.of(argument, List.of("b")));
        read.call(given);
        cache.makeStale("a");
        read.call(given);
        given.add("later");
        cache.runRefreshes();
        given.remove("later");
        assertThat(read.call(given)).isEqualTo("[{a=[1]}, [b]]");
        assertThat(read.executions).hasValue(2);
    }

    /** It takes over a load that hangs, when its caller has long used its argument for something else. */
    @Test
    void aCallThatWaitedLoadsWithWhatItWasGiven() throws Exception {
        TestCache impatient = new TestCache(100, Duration.ofMillis(200));
        TestMethod[] read = new TestMethod[1];
        read[0] = impatient.uni("read", argument -> read[0].executions.get() == 1 ? Uni.createFrom().nothing()
                : Uni.createFrom().item("page " + ((int[]) argument)[0]));
        subscribed(read[0], new int[] { 1 });
        int[] page = { 1 };
        UniAssertSubscriber<Object> waiting = subscribed(read[0], page);
        page[0] = 2;
        assertThat(waiting.awaitItem(Duration.ofSeconds(20)).getItem()).isEqualTo("page 1");
        assertThat(subscribed(read[0], new int[] { 1 }).awaitItem().getItem()).isEqualTo("page 1");
        assertThat(read[0].executions).hasValue(2);
    }

    private static UniAssertSubscriber<Object> subscribed(TestMethod method, Object argument) throws Exception {
        return method.uni(argument).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    /** Else its dead twins would fill the cache. */
    @Test
    void whatCannotBeCopiedAndWasChangedIsNotStored() throws Exception {
        TestMethod read = cache.method("read", page -> "page " + ((Page) page).number++);
        assertThat(read.call(new Page(1))).isEqualTo("page 1");
        assertThat(read.call(new Page(1))).isEqualTo("page 1");
        assertThat(read.executions).hasValue(2);
        assertThat(cache.entries()).isZero();
    }
}
