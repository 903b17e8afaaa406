package io.quarkiverse.usecache.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.house.Rooms;

/** The rooms of the deployment module. */
@Timeout(60)
class RoomsTest {

    private static final Rooms ROOMS = Rooms.below("io.quarkiverse.usecache.deployment")
            .room("jandex")
            .room("property", "jandex")
            .room("template", "property", "jandex")
            .room("check", "jandex")
            .room("read", "check", "template", "jandex")
            .room("scan", "read", "check", "jandex")
            .room("openapi")
            .room("json", "check", "jandex")
            .room("", "scan", "read", "openapi", "json", "check", "jandex");

    @Test
    void roomsSeeOnlyThoseBelow() {
        assertThat(ROOMS.forbiddenViews()).isEmpty();
    }

    @Test
    void packagesMakeNoCircle() {
        assertThat(ROOMS.circles()).isEmpty();
    }

    @Test
    void roomsAreSmall() {
        assertThat(ROOMS.tooLarge()).isEmpty();
    }

    @Test
    void everyPackageIsARoom() {
        assertThat(ROOMS.unknown()).isEmpty();
    }
}
