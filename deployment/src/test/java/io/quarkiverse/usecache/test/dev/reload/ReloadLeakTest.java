package io.quarkiverse.usecache.test.dev.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.usecache.test.DevMode;
import io.quarkiverse.usecache.test.dev.Application;
import io.quarkiverse.usecache.test.dev.JsonRpc;
import io.quarkiverse.usecache.test.dev.JsonRpcStream;
import io.quarkus.test.QuarkusDevModeTest;

/**
 * What 20 live reloads leave behind is not more than what one does.
 * <p>
 * It fails when {@code LiveStreams} has no {@code @PreDestroy}, when {@code LiveStream} does not cancel its timer, when the
 * thread of {@code Horizon} does not end, and when {@code LiveEvents} adds a shutdown hook that it never removes.
 */
@Tag("slow")
class ReloadLeakTest {

    private static final int RELOADS = 20;
    /** Shorter than a live stream lasts that nobody looks at: it has to end with its application, not by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The application as one reload has made it. */
    private record Generation(int number, WeakReference<Object> methods, WeakReference<ClassLoader> loader) {
    }

    @RegisterExtension
    static final QuarkusDevModeTest APP = DevMode.test()
            .withApplicationRoot(jar -> jar.addClass(ReloadedResource.class));

    private final List<Generation> generations = new CopyOnWriteArrayList<>();

    @Test
    void theApplicationsOfEarlierReloadsAreCollected() throws Exception {
        BiConsumer<Object, ClassLoader> remember = (methods, loader) -> generations
                .add(new Generation(generations.size(), new WeakReference<>(methods), new WeakReference<>(loader)));
        System.getProperties().put("reloaded", remember);
        use("first ");
        for (int i = 1; i <= RELOADS; i++) {
            String before = i == 1 ? "first " : "first " + (i - 1);
            String after = "first " + i;
            APP.modifySourceFile(ReloadedResource.class, source -> source.replace('"' + before, '"' + after));
            use(after);
        }

        assertThat(generations).hasSize(RELOADS + 1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            System.gc();
            assertThat(reachable(Generation::methods)).as("beans").hasSizeLessThanOrEqualTo(2);
            // The first too, which the thread of Vert.x keeps that looks for blocked threads.
            assertThat(reachable(Generation::loader)).as("class loaders").hasSizeLessThanOrEqualTo(3);
            assertThat(Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("use-cache")))
                    .hasSizeLessThanOrEqualTo(1);
        });
    }

    private List<Integer> reachable(Function<Generation, WeakReference<?>> part) {
        return generations.stream().filter(generation -> part.apply(generation).get() != null).map(Generation::number).toList();
    }

    /** With a page of Dev UI that is closed without a word. */
    private static void use(String expected) throws Exception {
        assertThat(Application.get("/reloaded").asString()).startsWith(expected);
        JsonRpcStream live = new JsonRpcStream("live", JsonRpc.params("watcher", "me"));
        live.next(batch -> true);
        live.abort();
    }

    @AfterEach
    void forget() {
        System.getProperties().remove("reloaded");
    }
}
