package io.quarkiverse.usecache.test.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.DevMode;
import io.quarkus.test.QuarkusDevModeTest;

/** What 20 live reloads leave behind is not more than what one does. */
class ReloadLeakTest {

    private static final int RELOADS = 20;

    @RegisterExtension
    static final QuarkusDevModeTest APP = DevMode.test()
            .withApplicationRoot(jar -> jar.addClass(ReloadedResource.class));

    private final List<WeakReference<Object>> instances = new CopyOnWriteArrayList<>();

    @Test
    void theCachesOfEarlierReloadsAreCollected() throws Exception {
        System.getProperties().put("reloaded", instances);
        Application.get("/reloaded");
        lookAndGoAway();
        for (int i = 0; i < RELOADS; i++) {
            int before = i;
            APP.modifySourceFile(ReloadedResource.class,
                    source -> source.replace("\"first " + (before == 0 ? "" : before), "\"first " + (before + 1)));
            assertThat(Application.get("/reloaded").asString()).startsWith("first " + (i + 1));
        }

        assertThat(instances).hasSize(RELOADS + 1);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            System.gc();
            assertThat(instances.stream().map(WeakReference::get).filter(Objects::nonNull)).hasSizeLessThanOrEqualTo(2);
        });
    }

    /** As a page does that is closed. */
    private static void lookAndGoAway() throws Exception {
        JsonRpcStream live = new JsonRpcStream("live", JsonRpc.params("watcher", "me"));
        live.next(batch -> true);
        live.abort();
    }

    @AfterEach
    void forget() {
        System.getProperties().remove("reloaded");
    }
}
