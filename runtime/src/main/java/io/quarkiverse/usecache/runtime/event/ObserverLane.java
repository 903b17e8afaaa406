package io.quarkiverse.usecache.runtime.event;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

/**
 * Runs the observers of one type of event, one after the other and in order, on a thread of their own: slow ones delay each
 * other, and take no thread that requests need.
 */
public final class ObserverLane implements Executor {

    private static final Logger LOG = Logger.getLogger(ObserverLane.class);
    private static final int LONGEST_QUEUE = 10_000;
    private static final long IDLE_SECONDS = 5;

    private final String type;
    private final String things;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final AtomicBoolean warned = new AtomicBoolean();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(LONGEST_QUEUE), this::make, (task, full) -> warn());

    /** @param things what the events tell of, for people */
    public ObserverLane(Class<?> type, String things) {
        this.type = type.getSimpleName();
        this.things = things;
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    private Thread make(Runnable task) {
        Thread made = new Thread(task, "use-cache observers");
        made.setDaemon(true);
        made.setContextClassLoader(loader);
        return made;
    }

    private void warn() {
        if (!thread.isShutdown() && warned.compareAndSet(false, true)) {
            LOG.warnf("Observers of %s are more than [%d] %s behind, and are not told of some. Have them hand over what takes "
                    + "long. This is logged once.", type, LONGEST_QUEUE, things);
        }
    }

    public void close() {
        thread.shutdown();
    }
}
