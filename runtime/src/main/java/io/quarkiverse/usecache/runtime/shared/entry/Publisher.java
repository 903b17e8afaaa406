package io.quarkiverse.usecache.runtime.shared.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.shared.Origin;
import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.quarkiverse.usecache.runtime.store.Entry;
import io.quarkiverse.usecache.runtime.tag.TagState;
import io.quarkiverse.usecache.spi.EntryKey;
import io.quarkiverse.usecache.spi.SharedEntries;

/**
 * Gives the store what this node has loaded. An entry says when it was loaded, and every reader judges it: so it is written
 * without a look at what is there, and not waited for. What a transaction has loaded that is not committed waits for that.
 */
final class Publisher {

    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private static final long MOST_WAITING = 32 * 1024 * 1024;

    private record Waiting(EntryKey key, Entry entry, byte[] value) {

        /** About how many bytes it takes. */
        int size() {
            return value.length + 1_024;
        }
    }

    private final SharedNode node;
    private final SharedEntries entries;
    private final EntryFormat format;
    private final EntryLimits limits;
    private final Ticker ticker;
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();

    Publisher(SharedNode node, SharedEntries entries, EntryFormat format, EntryLimits limits, Ticker ticker) {
        this.node = node;
        this.entries = entries;
        this.format = format;
        this.limits = limits;
        this.ticker = ticker;
    }

    /** Whether the store would take it now. */
    boolean mayPublish(Entry entry) {
        return entry.provenance() instanceof Origin origin && origin.mayBePublished() && node.mayPublish()
                && origin.position().generation().equals(node.position().generation())
                && !node.own().concern(tagsOf(entry)) && !entry.expired() && entry.life().storable();
    }

    /**
     * Its value is written already, because from now on callers may change it.
     *
     * @return whether it is on its way
     */
    boolean publish(EntryKey key, Entry entry, byte[] value) {
        publishCommitted();
        if (entry.tags().awaitCommit()) {
            keep(new Waiting(key, entry, value));
            return false;
        }
        return mayPublish(entry) && send(key, entry, value);
    }

    private void keep(Waiting one) {
        if (waitingBytes.addAndGet(one.size()) > MOST_WAITING) {
            waitingBytes.addAndGet(-one.size());
        } else {
            waiting.add(one);
        }
    }

    /** What was rolled back meanwhile has expired. */
    void publishCommitted() {
        List<Waiting> uncommitted = new ArrayList<>();
        try {
            for (Waiting one; (one = waiting.poll()) != null;) {
                waitingBytes.addAndGet(-one.size());
                if (one.entry().tags().awaitCommit() && !one.entry().expired()) {
                    uncommitted.add(one);
                } else if (mayPublish(one.entry())) {
                    send(one.key(), one.entry(), one.value());
                }
            }
        } finally {
            uncommitted.forEach(this::keep);
        }
    }

    private boolean send(EntryKey key, Entry entry, byte[] value) {
        long age = ticker.read() - entry.started();
        long left = entry.life().expire() == Life.FOR_EVER ? limits.maximumLife()
                : Math.min(limits.maximumLife(), entry.life().expire() - age);
        byte[] bytes = format.write(shared(key, entry, value));
        if (bytes.length > limits.maximumSize() || left <= 0) {
            LOG.debugf("Not published, [%d] bytes: [%s]", bytes.length, entry.method());
            return false;
        }
        LOG.debugf("Published, [%d] bytes: [%s]", bytes.length, key.text());
        entries.publish(key, bytes, Duration.ofNanos(left)).exceptionally(failure -> {
            LOG.debugf("Not published: [%s]", failure.getMessage());
            return null;
        });
        return true;
    }

    /** R1, R2: its position is the one that was read before the load, never that of now, as one object. */
    private SharedEntry shared(EntryKey key, Entry entry, byte[] value) {
        Origin origin = (Origin) entry.provenance();
        List<String> tags = tagsOf(entry);
        Map<String, Long> earlier = new HashMap<>();
        for (String tag : tags) {
            long sequence = origin.sequenceOf(tag);
            if (sequence != origin.position().sequence()) {
                earlier.put(tag, sequence);
            }
        }
        return new SharedEntry(origin.position(), tags, earlier, node.time().microsAt(entry.started()), entry.life(),
                key.text(), value);
    }

    private static List<String> tagsOf(Entry entry) {
        return entry.tags().states().stream().map(TagState::tag).filter(tag -> !tag.isEmpty()).toList();
    }
}
