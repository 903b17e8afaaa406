package io.quarkiverse.usecache.runtime.revalidate;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.TagsRevalidated;

/**
 * Tells observers of revalidations, one after the other and in order, on a thread of their own: slow ones delay each other, and
 * take no thread that requests need.
 */
@Singleton
public class RevalidationEvents {

    private static final Logger LOG = Logger.getLogger(RevalidationEvents.class);
    private static final int LONGEST_QUEUE = 10_000;
    private static final long IDLE_SECONDS = 5;

    private final Event<TagsRevalidated> events;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final AtomicBoolean warned = new AtomicBoolean();
    private final ThreadPoolExecutor lane = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(LONGEST_QUEUE), this::thread, (task, full) -> warn());

    @Inject
    RevalidationEvents(Event<TagsRevalidated> events) {
        this.events = events;
        lane.allowCoreThreadTimeOut(true);
    }

    public void fire(TagsRevalidated event) {
        events.fireAsync(event, NotificationOptions.ofExecutor(lane));
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "use-cache observers");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }

    private void warn() {
        if (!lane.isShutdown() && warned.compareAndSet(false, true)) {
            LOG.warnf(
                    "Observers of TagsRevalidated are more than [%d] revalidations behind, and are not told of some. Have them "
                            + "hand over what takes long. This is logged once.",
                    LONGEST_QUEUE);
        }
    }

    @PreDestroy
    void close() {
        lane.shutdown();
    }
}
