package io.quarkiverse.usecache.deployment.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.runtime.store.OneShot;

/** What the build refuses where it sees it is refused at run time where it does not. */
@Timeout(60)
class UncacheableTest {

    @Test
    void theBuildAndTheApplicationRefuseTheSameTypes() {
        assertThat(OneShot.TYPES).isEqualTo(Uncacheable.names());
    }
}
