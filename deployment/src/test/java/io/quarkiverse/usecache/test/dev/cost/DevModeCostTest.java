package io.quarkiverse.usecache.test.dev.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.sun.management.OperatingSystemMXBean;

import io.quarkiverse.usecache.test.DevMode;
import io.quarkiverse.usecache.test.dev.Application;
import io.quarkiverse.usecache.test.dev.JsonRpc;
import io.quarkiverse.usecache.test.dev.JsonRpcStream;
import io.quarkus.test.QuarkusDevModeTest;

/** Prints what a hit costs in dev mode, and what the live page adds at 5,000 hits a second. */
@EnabledIfSystemProperty(named = "usecache.cost", matches = "\\d+")
@Tag("slow")
class DevModeCostTest {

    private static final int PERIODS = 20 * Cost.TIMES;
    private static final double SECONDS = PERIODS / 100.0;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Share of one processor. */
    private record Share(double thread, double process) {
    }

    @RegisterExtension
    static final QuarkusDevModeTest APP = DevMode.test()
            .withApplicationRoot(jar -> jar.addClass(CostResource.class));

    @Test
    void theLivePageDoesNotSlowTheApplication() throws Exception {
        Cost.print("A hit in dev mode: %.0f ns while nobody looks", Cost.ofHit(DevModeCostTest::measure));
        Share nobody = pace();
        Share looked;
        try (JsonRpcStream live = new JsonRpcStream("live", JsonRpc.params("watcher", "me"))) {
            live.next(batch -> true);
            Cost.print("A hit in dev mode: %.0f ns while somebody looks", Cost.ofHit(DevModeCostTest::measure));
            looked = pace();
            assertThat(live.next(batch -> batch.getJsonArray("events").size() == 100).getLong("dropped")).isPositive();
        }
        Cost.print("5,000 hits a second: %.2f%% of a processor in their thread and %.2f%% in all while nobody looks, "
                + "%.2f%% and %.2f%% while somebody does", 100 * nobody.thread(), 100 * nobody.process(),
                100 * looked.thread(), 100 * looked.process());
    }

    /** With what the stream needs, its reader in this JVM included. */
    private static Share pace() throws Exception {
        long[] process = new long[1];
        double thread = Cost.median(() -> {
            JsonRpc.call("watching", JsonRpc.params("watcher", "me"));
            long before = processTime();
            long took = measure("pace/" + PERIODS);
            process[0] += processTime() - before;
            return took;
        });
        return new Share(thread / NANOS / SECONDS, process[0] / NANOS / SECONDS / Cost.ROUNDS);
    }

    private static long processTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long measure(String path) {
        return Long.parseLong(Application.get("/cost/" + path).asString());
    }
}
