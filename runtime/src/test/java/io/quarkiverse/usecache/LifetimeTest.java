package io.quarkiverse.usecache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;

class LifetimeTest {

    private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    @Test
    void whatIsLongerThanNeverIsNever() {
        assertThat(new Lifetime(FOREVER, FOREVER, FOREVER))
                .isEqualTo(new Lifetime(Lifetime.NEVER, Lifetime.NEVER, Lifetime.NEVER));
        assertThat(new Lifetime(null, null, FOREVER).expire()).isEqualTo(Lifetime.NEVER);
    }

    @Test
    void aNegativeTimeIsRefusedWithItsName() {
        assertThatThrownBy(() -> new Lifetime(null, Duration.ofSeconds(-1), null)).hasMessageContaining("revalidate [PT-1S]");
    }

    @Test
    void nothingIsFreshAfterItHasExpired() {
        assertThatThrownBy(() -> new Lifetime(null, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("must not be longer than expire");
    }
}
