package io.quarkiverse.usecache.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Holds a thread where it runs this until the test lets it go on. */
public final class Gate implements Runnable {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    @Override
    public void run() {
        reached.countDown();
        await(opened);
    }

    public void awaitArrival() {
        await(reached);
    }

    public void open() {
        opened.countDown();
    }

    /** Calls on another thread before it opens; a caller that waits for the thread at the gate fails soon. */
    public <T> T openAfter(Supplier<T> call) {
        try {
            return OtherThread.start(call).orTimeout(10, TimeUnit.SECONDS).join();
        } finally {
            open();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
