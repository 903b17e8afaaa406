package io.quarkiverse.usecache.runtime.call.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.call.TestCache;
import io.quarkiverse.usecache.runtime.call.TestMethod;

class LifeBordersTest {

    private static final Duration TICK = Duration.ofNanos(1);

    private final TestCache cache = new TestCache();

    @ParameterizedTest
    @CsvSource({ "default, PT15M", "seconds, PT1S", "minutes, PT1M", "hours, PT1H", "days, PT24H", "weeks, PT168H",
            "max, PT720H" })
    void upToRevalidateFreshAndThenRefreshed(String profile, Duration revalidate) throws Exception {
        TestMethod read = method(profile);
        read.call();

        cache.advance(revalidate);
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.waitingRefreshes).isEmpty();

        cache.advance(TICK);
        assertThat(read.call()).isEqualTo(1);
        assertThat(cache.waitingRefreshes).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "seconds, PT1M", "minutes, PT1H", "hours, PT24H", "days, PT168H", "weeks, PT720H", "max, PT8760H" })
    void upToExpireServedAndThenLoaded(String profile, Duration expire) throws Exception {
        TestMethod read = method(profile);
        read.call();

        cache.advance(expire);
        assertThat(read.call()).isEqualTo(1);
        cache.waitingRefreshes.clear();

        cache.advance(TICK);
        assertThat(read.call()).isEqualTo(2);
        assertThat(cache.waitingRefreshes).isEmpty();
    }

    @Test
    void theDefaultNeverExpires() throws Exception {
        TestMethod read = method("default");
        read.call();

        cache.advance(Duration.ofDays(365 * 200));

        assertThat(read.call()).isEqualTo(1);
    }

    @Test
    void ageCountsFromTheStartOfTheLoad() throws Exception {
        Lifetime fiveSeconds = new Lifetime(null, Duration.ofSeconds(5), Duration.ofSeconds(5));
        TestMethod[] read = new TestMethod[1];
        read[0] = cache.method("read", complete(fiveSeconds), true, argument -> {
            cache.advance(Duration.ofSeconds(10));
            return read[0].executions.get();
        });

        assertThat(read[0].call()).isEqualTo(1);
        assertThat(read[0].call()).isEqualTo(2);
        assertThat(cache.entries()).isZero();
    }

    private TestMethod method(String profile) {
        TestMethod[] read = new TestMethod[1];
        read[0] = cache.method("read", cache.profile(profile), true, argument -> read[0].executions.get());
        return read[0];
    }

    private static Lifetime complete(Lifetime life) {
        return new Lifetime(Duration.ofMinutes(5), life.revalidate(), life.expire());
    }
}
