package org.acme.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.quarkiverse.usecache.TagCache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;

/** Which node has caches outside purge, and when; the test is the other node. */
@QuarkusTest
@WithTestResource(RedisResource.class)
@Timeout(120)
class PurgeTest {

    /** Is set by the resource. */
    RedisPort port;

    @Inject
    TagCache tagCache;

    @Inject
    @Identifier("cdn")
    Cdn cdn;

    @Test
    void theNodeThatRevalidatesPurgesAtOnceAndOnceMoreWhenAllMustKnow() throws InterruptedException {
        try (OtherNode other = new OtherNode(port.number())) {
            other.revalidate("of-another");
        }
        List<String> purged = new ArrayList<>();
        tagCache.await(tagCache.revalidateTag("own").token()); // What the other has done is applied here, too.
        while (Collections.frequency(purged, "own") < 2) {
            purged.add(cdn.next());
        }
        assertThat(purged).containsOnly("own");
    }
}
