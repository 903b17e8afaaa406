package io.quarkiverse.usecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.house.Rooms;
import io.quarkiverse.usecache.house.SourceFolders;

/** The rooms of the runtime module. */
@Timeout(60)
class RoomsTest {

    private static final String[] VALUES = { "", "runtime.config", "runtime.life", "runtime.tag", "runtime.template",
            "runtime.method", "runtime.key" };

    private static final Rooms ROOMS = Rooms.below("io.quarkiverse.usecache")
            .room("", "runtime.load")
            .room("spi", "")
            .room("runtime.codec", "spi")
            .room("runtime.redis", "", "spi")
            .room("runtime.config", "")
            .room("runtime.redis.bean", "spi", "runtime.config", "runtime.codec", "runtime.redis")
            .room("runtime.life", "", "runtime.config")
            .room("runtime.tag", "")
            .room("runtime.template", "")
            .room("runtime.method", "", "runtime.life", "runtime.tag", "runtime.template")
            .room("runtime.key", "runtime.tag", "runtime.method")
            .room("runtime.event", VALUES)
            .room("runtime.store", VALUES).and("runtime.event")
            .room("runtime.response", "runtime.store")
            .room("runtime.load", VALUES).and("runtime.event", "runtime.store")
            .room("runtime.suspend", VALUES).and("runtime.load")
            .room("runtime.call", VALUES).and("runtime.event", "runtime.store", "runtime.load", "runtime.suspend")
            .room("runtime.transaction", VALUES).and("runtime.event", "runtime.store", "runtime.load", "runtime.call")
            .room("runtime.intercept.binding")
            .room("runtime.intercept", VALUES)
            .and("runtime.intercept.binding", "runtime.load", "runtime.call", "runtime.suspend", "runtime.transaction")
            .room("runtime.security", VALUES).and("runtime.load", "runtime.call", "runtime.intercept")
            .room("runtime.keyed", VALUES).and("runtime.store", "runtime.load", "runtime.call")
            .room("runtime.revalidate", VALUES)
            .and("runtime.event", "runtime.store", "runtime.load", "runtime.transaction", "runtime.keyed")
            .room("runtime.bridge", VALUES)
            .and("runtime.store", "runtime.load", "runtime.call", "runtime.keyed", "runtime.revalidate")
            .room("runtime.fragment", VALUES).and("runtime.load")
            .room("runtime.session", VALUES).and("runtime.load")
            .room("runtime.shared.notice")
            .room("runtime.shared", VALUES).and("spi", "runtime.store", "runtime.load", "runtime.shared.notice")
            .room("runtime.shared.entry", VALUES).and("spi", "runtime.store", "runtime.load", "runtime.shared")
            .room("runtime.purge.adapter", VALUES).and("spi")
            .room("runtime.purge", VALUES).and("spi", "runtime.shared", "runtime.purge.adapter")
            .room("runtime.observability", VALUES)
            .and("runtime.event", "runtime.store", "spi", "runtime.shared", "runtime.purge")
            .room("runtime.observability.meter", VALUES)
            .and("runtime.event", "runtime.store", "runtime.shared", "runtime.purge")
            .room("runtime.observability.trace", VALUES).and("runtime.event", "runtime.load")
            .room("runtime.request")
            .room("runtime.consistency", VALUES).and("runtime.request")
            .room("runtime.edge.header", "runtime.config", "runtime.tag", "spi")
            .room("runtime.edge", VALUES).and("spi", "runtime.edge.header",
                    "runtime.event", "runtime.store", "runtime.load", "runtime.call", "runtime.request")
            .room("runtime.view", VALUES).and("runtime.store", "runtime.load")
            .room("runtime.endpoint.message", VALUES).and("runtime.view")
            .room("runtime.endpoint.access", VALUES).and("runtime.endpoint.message")
            .room("runtime.endpoint.changes", VALUES)
            .and("runtime.event", "runtime.endpoint.access", "runtime.endpoint.message", "spi")
            .room("runtime.endpoint", VALUES).and("runtime.view", "runtime.revalidate", "runtime.endpoint.access",
                    "runtime.endpoint.changes", "runtime.endpoint.message")
            .room("runtime.wiring", VALUES).and("runtime.event", "runtime.store", "runtime.load", "runtime.call",
                    "runtime.suspend", "runtime.transaction", "runtime.intercept", "runtime.security", "runtime.revalidate",
                    "runtime.keyed", "runtime.bridge", "runtime.session", "runtime.view", "runtime.shared",
                    "runtime.shared.entry", "spi");

    @Test
    void roomsSeeOnlyThoseBelow() {
        assertThat(ROOMS.forbiddenViews()).isEmpty();
    }

    /** Public annotations and beans reach the algorithm through one class, and are used by it. */
    @Test
    void packagesMakeNoCircle() {
        assertThat(ROOMS.circlesBelow("runtime")).isEmpty();
    }

    @Test
    void whatApplicationsImportSeesOneClassOfTheAlgorithm() {
        assertThat(ROOMS.seenFrom("")).containsExactly("LoadScope");
    }

    @Test
    void roomsAreSmall() {
        assertThat(ROOMS.tooLarge()).isEmpty();
    }

    @Test
    void packagesOfTestsAndApplicationsAreSmallToo() throws IOException {
        assertThat(SourceFolders.tooLarge(Path.of(".."))).isEmpty();
    }

    @Test
    void everyPackageIsARoom() {
        assertThat(ROOMS.unknown()).isEmpty();
    }

    /** A load, its scope and its call know each other; nothing else in the algorithm does. */
    @Test
    void noMoreThanThreeClassesOfTheAlgorithmNeedEachOther() {
        assertThat(ROOMS.circlesOfClasses("runtime.store", "runtime.load", "runtime.call"))
                .allMatch(circle -> circle.size() <= 3);
    }
}
