package io.quarkiverse.usecache.runtime.call.life;

import static io.quarkiverse.usecache.CachedCall.cacheLife;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;
import io.quarkiverse.usecache.runtime.call.TestThreads;
import io.quarkiverse.usecache.runtime.life.Life;

class CacheLifeTest {

    @RegisterExtension
    final TestThreads threads = new TestThreads();
    private final TestCache cache = new TestCache();

    @Test
    void ofTwoTheMinimumCountsPerFieldInAnyOrder() throws Exception {
        Lifetime one = seconds(9L, 20L, 300L);
        Lifetime other = seconds(7L, 30L, 200L);
        Life expected = Life.of(seconds(7L, 20L, 200L));

        assertThat(lifeOf(() -> {
            cacheLife(one);
            cacheLife(other);
        })).isEqualTo(expected);
        assertThat(lifeOf(() -> {
            cacheLife(other);
            cacheLife(one);
        })).isEqualTo(expected);
    }

    @Test
    void whatIsNotGivenIsInherited() throws Exception {
        assertThat(lifeOf(() -> cacheLife(new Lifetime(null, null, null)))).isEqualTo(Life.of(TestCache.FOR_EVER));
        assertThat(lifeOf(() -> cacheLife(seconds(null, 3L, null)))).isEqualTo(
                Life.of(new Lifetime(TestCache.FOR_EVER.stale(), Duration.ofSeconds(3), TestCache.FOR_EVER.expire())));
    }

    @Test
    void anInheritedRevalidateYieldsToAShorterExpire() throws Exception {
        assertThat(lifeOf(() -> cacheLife(seconds(null, null, 3L))).revalidate()).isEqualTo(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void aProfileIsFoundByItsName() throws Exception {
        assertThat(lifeOf(() -> cacheLife("seconds"))).isEqualTo(Life.of(cache.profile("seconds")));
    }

    @Test
    void anUnknownProfileNamesTheKnownOnes() {
        assertThatIllegalArgumentException().isThrownBy(() -> lifeOf(() -> cacheLife("parsecs")))
                .withMessageContaining("seconds").withMessageContaining("hours");
        assertThat(cache.entries()).isZero();
    }

    @Test
    void oneResultOfManyCanLiveShorter() throws Exception {
        TestMethod read = cache.method("read", argument -> {
            if (argument.equals("sale")) {
                cacheLife(seconds(null, 1L, 1L));
            }
            return argument;
        });
        read.call("sale");
        read.call("price");
        cache.advance(Duration.ofSeconds(2));
        read.call("sale");
        read.call("price");

        assertThat(read.executions).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 5 })
    void aLifeOfZeroIsNeverStoredAndStillShared(long expire) throws Exception {
        TestMethod read = cache.method("read", argument -> {
            cacheLife(seconds(null, 0L, expire));
            TestMethod.awaitJoiners(argument.equals("alone") ? 0 : 9);
            return new Object();
        });

        List<Object> values = TestThreads.all(threads.startTogether(10, i -> () -> read.call("together")));
        assertThat(values).containsOnly(values.get(0));
        assertThat(read.executions).hasValue(1);
        read.call("alone");
        read.call("alone");
        assertThat(read.executions).hasValue(3);
        assertThat(cache.entries()).isZero();
    }

    private Life lifeOf(Runnable body) throws Exception {
        cache.stores.get("default").discardAll();
        cache.method("read", argument -> {
            body.run();
            return "value";
        }).call();
        return cache.entry().life();
    }

    private static Lifetime seconds(Long stale, Long revalidate, Long expire) {
        return new Lifetime(duration(stale), duration(revalidate), duration(expire));
    }

    private static Duration duration(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }
}
