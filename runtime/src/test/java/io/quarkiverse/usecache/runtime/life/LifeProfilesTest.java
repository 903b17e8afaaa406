package io.quarkiverse.usecache.runtime.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.usecache.Lifetime;
import io.quarkiverse.usecache.runtime.config.UseCacheConfig.Profile;

class LifeProfilesTest {

    @ParameterizedTest
    @CsvSource({ "seconds, PT30S, PT1S, PT1M", "minutes, PT5M, PT1M, PT1H", "hours, PT5M, PT1H, PT24H",
            "days, PT5M, PT24H, PT168H", "weeks, PT5M, PT168H, PT720H", "max, PT5M, PT720H, PT8760H" })
    void builtInNumbersAreThoseOfNextJs(String name, Duration stale, Duration revalidate, Duration expire) {
        assertThat(profiles(Map.of()).get(name)).isEqualTo(new Lifetime(stale, revalidate, expire));
    }

    @Test
    void defaultNeverExpires() {
        assertThat(profiles(Map.of()).get("default"))
                .isEqualTo(new Lifetime(Duration.ofMinutes(5), Duration.ofMinutes(15), Lifetime.NEVER));
    }

    @Test
    void configuredProfileInheritsFromTheConfiguredDefault() {
        LifeProfiles profiles = profiles(
                Map.of("blog", new Configured(null, "10m", null), "default", new Configured("1s", null, "1h")));
        assertThat(profiles.get("blog"))
                .isEqualTo(new Lifetime(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofHours(1)));
        assertThat(profiles.get("hours").stale()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void builtInProfileKeepsWhatIsNotConfigured() {
        assertThat(profiles(Map.of("hours", new Configured(null, null, "never"))).get("hours"))
                .isEqualTo(new Lifetime(Duration.ofMinutes(5), Duration.ofHours(1), Lifetime.NEVER));
    }

    @Test
    void inheritedRevalidateYieldsToAShorterExpire() {
        assertThat(profiles(Map.of("blog", new Configured(null, null, "1s"))).get("blog"))
                .isEqualTo(new Lifetime(Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    @Test
    void unknownProfileNamesThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profiles(Map.of("blog", new Configured("1s", null, null))).get("fortnight"))
                .withMessage(
                        "There is no life profile [fortnight]. Use one of [default, seconds, minutes, hours, days, weeks, max,"
                                + " blog], or add it with quarkus.use-cache.life.\"name\".revalidate.");
    }

    @Test
    void mistakeInTheConfigurationIsTold() {
        assertThatIllegalArgumentException().isThrownBy(() -> profiles(Map.of("blog", new Configured(null, "2m", "1s"))))
                .withMessage("quarkus.use-cache.life.\"blog\".revalidate [PT2M] is longer than its expire [PT1S]. "
                        + "Shorten revalidate or lengthen expire.");
    }

    private static LifeProfiles profiles(Map<String, Profile> configuration) {
        return new LifeProfiles(configuration, mistake -> {
            throw new IllegalArgumentException(mistake);
        });
    }

    private record Configured(Optional<String> stale, Optional<String> revalidate,
            Optional<String> expire) implements Profile {

        Configured(String stale, String revalidate, String expire) {
            this(Optional.ofNullable(stale), Optional.ofNullable(revalidate), Optional.ofNullable(expire));
        }
    }
}
