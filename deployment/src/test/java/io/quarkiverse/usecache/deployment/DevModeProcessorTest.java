package io.quarkiverse.usecache.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import io.quarkiverse.usecache.UseCache;

/** A class with cached methods is not replaced in a running application, which would keep what they have returned before. */
class DevModeProcessorTest {

    static class Rooms {

        @UseCache
        String room(int number) {
            return "room " + number;
        }
    }

    static class Guests {
    }

    @Test
    void onlyAClassWithCachedMethodsNeedsARestart() throws IOException {
        assertThat(needsRestart(Rooms.class)).isTrue();
        assertThat(needsRestart(Guests.class)).isFalse();
    }

    private static boolean needsRestart(Class<?> changed) throws IOException {
        return new DevModeProcessor().restartForChangedMethods().getPredicate()
                .test(Index.of(changed).getClassByName(changed.getName()));
    }
}
