package org.acme.press;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.purge.PurgeListener;

/** How long each tag waited until it was purged. */
@Singleton
public class Lags implements PurgeListener {

    private final Queue<Long> lags = new ConcurrentLinkedQueue<>();

    @Override
    public void purged(String target, long lag) {
        lags.add(lag);
    }

    void forget() {
        lags.clear();
    }

    int size() {
        return lags.size();
    }

    /** @param share such as 0.99 */
    double millis(double share) {
        List<Long> sorted = lags.stream().sorted().toList();
        return (double) sorted.get((int) Math.ceil(share * sorted.size()) - 1) / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
