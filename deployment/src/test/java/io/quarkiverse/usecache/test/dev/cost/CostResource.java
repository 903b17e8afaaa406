package io.quarkiverse.usecache.test.dev.cost;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;

/** Says how much time of a processor its own thread needs for hits, which a busy machine hardly changes. */
@Path("cost")
public class CostResource {

    private static final int IN_A_ROW = 50;
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Nanoseconds for so many hits, as fast as they go. */
    @GET
    @Path("hits/{count}")
    public long hits(@PathParam("count") int count) {
        long before = THREADS.getCurrentThreadCpuTime();
        hit(count);
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    /** Nanoseconds for so many periods of 10 ms with 50 hits each, which is 5,000 hits a second. */
    @GET
    @Path("pace/{periods}")
    public long pace(@PathParam("periods") int periods) {
        long before = THREADS.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        for (int i = 1; i <= periods; i++) {
            hit(IN_A_ROW);
            for (long left; (left = began + i * PERIOD - System.nanoTime()) > 0;) {
                LockSupport.parkNanos(left);
            }
        }
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private void hit(int count) {
        for (int i = 0; i < count; i++) {
            name("name");
        }
    }

    @UseCache
    @CacheTag("names")
    String name(String id) {
        return id;
    }
}
