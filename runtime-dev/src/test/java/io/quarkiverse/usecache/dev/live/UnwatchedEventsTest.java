package io.quarkiverse.usecache.dev.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.method.CachedMethodDescriptor;
import io.quarkiverse.usecache.runtime.method.CachedMethods;

/** While nobody looks, what happens leaves nothing behind, not even garbage. */
class UnwatchedEventsTest {

    private static final int HITS = 100_000;

    private final LiveEvents events = new LiveEvents(
            new FunctionNames(new CachedMethods(List.of(), CachedMethodDescriptor::life, name -> null)), false);
    private final EventBuffer buffer = new EventBuffer(EnumSet.allOf(EventKind.class), event -> true);
    /** Of no method: nobody asks for its name. */
    private final StoredValue entry = (StoredValue) Proxy.newProxyInstance(StoredValue.class.getClassLoader(),
            new Class<?>[] { StoredValue.class }, (proxy, method, arguments) -> null);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void nothingIsAllocatedBeforeAndAfterSomebodyLooks() {
        assertThat(allocatedByHits()).isLessThan(HITS);

        events.attach(buffer);
        assertThat(allocatedByHits()).isGreaterThan(HITS);

        events.detach(buffer);
        assertThat(allocatedByHits()).isLessThan(HITS);
    }

    private long allocatedByHits() {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < HITS; i++) {
            events.hit(null, entry);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
