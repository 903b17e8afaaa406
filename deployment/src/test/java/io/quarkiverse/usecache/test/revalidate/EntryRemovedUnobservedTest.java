package io.quarkiverse.usecache.test.revalidate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagsRevalidated;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkus.test.QuarkusUnitTest;

/** Where nobody observes removals, nothing listens to what becomes of calls. */
@Timeout(60)
class EntryRemovedUnobservedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClass(Other.class));

    @Inject
    Instance<CacheListener> listeners;

    @Test
    void thereIsNoListener() {
        assertThat(listeners.stream().filter(CacheListener::listens)).isEmpty();
    }

    @Singleton
    static class Other {

        void observe(@ObservesAsync TagsRevalidated event) {
        }
    }
}
