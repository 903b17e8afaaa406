package io.quarkiverse.usecache.runtime.shared.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Ticker;

import io.quarkiverse.usecache.runtime.shared.SharedNode;
import io.quarkiverse.usecache.runtime.shared.TagNumberMap.Verdict;

/**
 * Judges what the store gives by its own numbers, not by where it comes from. What makes a lease longer raises numbers before:
 * so the lease is looked at first, and pending tags too, which end when their numbers are raised.
 */
final class EntryJudge {

    /**
     * An entry that may be given to calls.
     *
     * @param stamp the local clock before it was asked for (R4)
     * @param started when its load began, by the ticker
     */
    record Usable(SharedEntry entry, long stamp, long started, boolean stale) {
    }

    private static final Logger LOG = Logger.getLogger(EntryJudge.class);

    private final SharedNode node;
    private final EntryFormat format;
    private final Ticker ticker;

    EntryJudge(SharedNode node, EntryFormat format, Ticker ticker) {
        this.node = node;
        this.format = format;
        this.ticker = ticker;
    }

    /** @param stamp the local clock before it was asked for */
    CompletionStage<Optional<Usable>> judge(Optional<byte[]> bytes, String key, long stamp) {
        Optional<SharedEntry> entry = bytes.flatMap(some -> format.read(some, key));
        return entry.isEmpty() ? nothing() : judge(entry.get(), stamp);
    }

    private CompletionStage<Optional<Usable>> judge(SharedEntry entry, long stamp) {
        Map<String, Long> stamps = entry.stamps(node.everything());
        Verdict verdict = verdict(entry, stamps);
        if (verdict != Verdict.UNKNOWN) {
            return CompletableFuture.completedStage(usable(entry, stamp, verdict));
        }
        return node.ask(List.copyOf(stamps.keySet())).thenApply(asked -> node.numbers().insert(asked)
                ? usable(entry, stamp, verdict(entry, stamps))
                : Optional.empty());
    }

    private Verdict verdict(SharedEntry entry, Map<String, Long> stamps) {
        if (!node.mayRead() || node.own().concern(stamps.keySet())) {
            LOG.debugf("Refused, the node has no lease, or a tag of it is pending: [%s]", entry.key());
            return Verdict.DEAD;
        }
        Verdict verdict = node.numbers().judge(entry.position().generation(), stamps);
        LOG.debugf("By its tags [%s], loaded at [%s-%d]: [%s]", verdict, entry.position().generation(),
                entry.position().sequence(), entry.key());
        return verdict;
    }

    private Optional<Usable> usable(SharedEntry entry, long stamp, Verdict verdict) {
        if (verdict == Verdict.DEAD || verdict == Verdict.UNKNOWN) {
            return Optional.empty();
        }
        long now = ticker.read();
        long started = now - Math.max(0, now - node.time().tickerAt(entry.started()));
        long age = now - started;
        return age > entry.life().expire() ? Optional.empty()
                : Optional.of(new Usable(entry, stamp, started,
                        verdict == Verdict.STALE || age > entry.life().revalidate()));
    }

    private static CompletionStage<Optional<Usable>> nothing() {
        return CompletableFuture.completedStage(Optional.empty());
    }
}
