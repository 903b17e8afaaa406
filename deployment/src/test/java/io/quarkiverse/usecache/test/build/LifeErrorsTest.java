package io.quarkiverse.usecache.test.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.UseCache;

/** Every mistake in lives, in annotations and in the configuration, is reported, all together. */
@Timeout(60)
class LifeErrorsTest {

    static final List<String> MESSAGES = BuildMessages
            .table("""
                    @CacheLife expire [99999999999999999999d] is not a duration: Lives#overflow(). Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, 0, or never.
                    @CacheLife expire [z] is not a duration: Lives#threeAtOnce(). Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, 0, or never.
                    @CacheLife has a revalidate [PT2H] longer than the expire [PT1H]: Lives#contradictory(). Shorten revalidate or lengthen expire; the one that is not given is inherited.
                    @CacheLife has a revalidate [PT2M] longer than the expire [PT1M]: OnClass#contradictsClass(). Shorten revalidate or lengthen expire; the one that is not given is inherited.
                    @CacheLife has a revalidate [PT5M] longer than the expire [PT1M]: Lives#contradictsProfile(). Shorten revalidate or lengthen expire; the one that is not given is inherited.
                    @CacheLife names the unknown profile [fortnight]: Lives#unknownProfile(). Use one of [default, seconds, minutes, hours, days, weeks, max, blog, news], or add it with quarkus.use-cache.life."name".revalidate.
                    @CacheLife names the unknown profile [monthly]: OnClass. Use one of [default, seconds, minutes, hours, days, weeks, max, blog, news], or add it with quarkus.use-cache.life."name".revalidate.
                    @CacheLife revalidate [5 parsecs] is not a duration: Lives#malformed(). Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, or 0.
                    @CacheLife revalidate [never] is not a duration: Lives#neverFresh(). Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, or 0.
                    @CacheLife revalidate [y] is not a duration: Lives#threeAtOnce(). Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, or 0.
                    @CacheLife stale [-5m] is negative: Lives#negative(). Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, or 0.
                    @CacheLife stale [x] is not a duration: Lives#threeAtOnce(). Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, or 0.
                    The cache [shelf] has the unknown life profile [fortnight]: quarkus.use-cache.caches."shelf".life. Use one of [default, seconds, minutes, hours, days, weeks, max, blog, news], or add it with quarkus.use-cache.life."name".revalidate.
                    quarkus.use-cache.life."blog".revalidate [5 parsecs] is not a duration. Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, or 0.
                    quarkus.use-cache.life."minutes".revalidate [PT2H] is longer than its expire [PT1H]. Shorten revalidate or lengthen expire.
                    quarkus.use-cache.life."news".expire [soon] is not a duration. Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, 0, or never.
                    quarkus.use-cache.life."news".stale [-1s] is negative. Write 30s, 5m, 1h, 2d, ISO-8601 such as PT1H30M, or 0.
                    """);

    private static final Map<String, String> CONFIG = Map.of(
            "quarkus.use-cache.life.\"blog\".revalidate", "5 parsecs",
            "quarkus.use-cache.life.\"news\".stale", "-1s",
            "quarkus.use-cache.life.\"news\".expire", "soon",
            "quarkus.use-cache.life.\"minutes\".revalidate", "2h",
            "quarkus.use-cache.caches.\"shelf\".life", "fortnight");

    @Test
    void mistakesInLivesAreErrors() {
        assertThat(Scan.errors(LifeErrorsTest.class, CONFIG)).containsExactlyInAnyOrderElementsOf(MESSAGES);
    }

    @ApplicationScoped
    @UseCache("shelf")
    public static class Lives {

        @CacheLife("fortnight")
        public String unknownProfile() {
            return "";
        }

        @CacheLife(revalidate = "5 parsecs")
        public String malformed() {
            return "";
        }

        @CacheLife(stale = "-5m")
        public String negative() {
            return "";
        }

        @CacheLife(revalidate = "never")
        public String neverFresh() {
            return "";
        }

        @CacheLife(expire = "99999999999999999999d")
        public String overflow() {
            return "";
        }

        @CacheLife(stale = "x", revalidate = "y", expire = "z")
        public String threeAtOnce() {
            return "";
        }

        @CacheLife(revalidate = "2h", expire = "1h")
        public String contradictory() {
            return "";
        }

        @CacheLife(value = "seconds", revalidate = "5m")
        public String contradictsProfile() {
            return "";
        }

        @CacheLife(expire = "10m")
        public String inheritedRevalidateYields() {
            return "";
        }

        @CacheLife(revalidate = "1h", expire = "1h")
        public String equal() {
            return "";
        }
    }

    @ApplicationScoped
    @UseCache
    @CacheLife(value = "monthly", revalidate = "1m", expire = "1m")
    public static class OnClass {

        @CacheLife(revalidate = "2m")
        public String contradictsClass() {
            return "";
        }
    }
}
