package io.quarkiverse.usecache.test.endpoint.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.QuarkusUnitTest;

/** As many clients as there may be. They are in the process of the server, so that what is measured is more than it takes. */
@Tag("slow")
@Timeout(120)
class ManyClientsTest {

    private static final int CLIENTS = 1000;
    private static final int ROUNDS = 20;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(root -> root.addClasses(ManyClientsTest.class, EventStream.class))
            .overrideConfigKey("quarkus.use-cache.endpoint.changes.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.use-cache.endpoint.changes.tags", "*");

    @Inject
    TagCache tagCache;

    @Test
    void allAreTold() throws Exception {
        List<EventStream> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(EventStream.open(""));
            }
            long longest = 0;
            long shortest = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long took = tell(clients, "round:" + round);
                longest = Math.max(longest, took);
                shortest = Math.min(shortest, took);
            }
            System.out.printf("Changes: %d clients told %d times, in %d to %d ms each%n", CLIENTS, ROUNDS,
                    shortest / 1_000_000, longest / 1_000_000);
            assertThat(Duration.ofNanos(shortest)).isLessThan(Duration.ofSeconds(1));
        } finally {
            for (EventStream client : clients) {
                client.close();
            }
        }
    }

    private long tell(List<EventStream> clients, String tag) {
        long begun = System.nanoTime();
        tagCache.revalidateTag(tag);
        clients.forEach(client -> assertThat(client.next()).contains(tag));
        return System.nanoTime() - begun;
    }
}
