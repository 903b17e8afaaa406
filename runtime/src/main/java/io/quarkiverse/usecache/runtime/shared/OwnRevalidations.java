package io.quarkiverse.usecache.runtime.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.quarkiverse.usecache.RevalidationMode;

/**
 * What this node has revalidated: what the store has not acknowledged yet, whose tags are <em>pending</em>, and what it has
 * acknowledged recently, which a store that has lost it is sent again. More tags than are to be kept become one revalidation of
 * everything. Thread-safe.
 */
public final class OwnRevalidations {

    /** The most tags in one revalidation that is made of several. */
    static final int TAGS_AT_ONCE = 2_000;
    private static final int FEWEST_TO_MERGE = 1_000;

    private final String everything;
    private final int maximumTags;
    private final long replay;
    private final Set<OwnRevalidation> pending = new LinkedHashSet<>();
    private final Map<String, Integer> pendingTags = new HashMap<>();
    private final Deque<OwnRevalidation> recent = new ArrayDeque<>();
    private int recentTags;
    private int mergeAt = FEWEST_TO_MERGE;
    private volatile boolean anyPending;

    /** @param everything the tag of all entries of the application */
    OwnRevalidations(String everything, int maximumTags, long replay) {
        this.everything = everything;
        this.maximumTags = maximumTags;
        this.replay = replay;
    }

    /** R10: from now on its tags are pending. */
    synchronized void add(OwnRevalidation own) {
        keep(own);
        if (pendingTags.size() > maximumTags) {
            replaceUnsent(unsent -> List.of(new OwnRevalidation(RevalidationMode.EXPIRE, List.of(everything))));
        } else if (pending.size() >= mergeAt) {
            replaceUnsent(OwnRevalidations::merged);
            mergeAt = Math.max(FEWEST_TO_MERGE, 2 * pending.size());
        }
    }

    private void keep(OwnRevalidation own) {
        pending.add(own);
        own.tags.forEach(tag -> pendingTags.merge(tag, 1, Integer::sum));
        anyPending = true;
    }

    /** What takes their place is kept before they go: at no moment are their tags not pending. */
    private void replaceUnsent(UnaryOperator<List<OwnRevalidation>> replacement) {
        List<OwnRevalidation> unsent = pending.stream().filter(own -> !own.inFlight).toList();
        if (unsent.size() > 1) {
            replacement.apply(unsent).forEach(this::keep);
            unsent.forEach(own -> {
                remove(own);
                own.told.complete(OwnSender.NOT_TOLD);
            });
        }
    }

    /** The same tags over and over take no more room while the store is away, for however long that is. */
    private static List<OwnRevalidation> merged(List<OwnRevalidation> all) {
        List<OwnRevalidation> merged = new ArrayList<>();
        for (RevalidationMode mode : RevalidationMode.values()) {
            List<String> tags = all.stream().filter(own -> own.mode == mode).flatMap(own -> own.tags.stream()).distinct()
                    .toList();
            for (int from = 0; from < tags.size(); from += TAGS_AT_ONCE) {
                merged.add(new OwnRevalidation(mode, tags.subList(from, Math.min(tags.size(), from + TAGS_AT_ONCE))));
            }
        }
        return merged;
    }

    private boolean remove(OwnRevalidation own) {
        boolean there = pending.remove(own);
        if (there) {
            own.tags.forEach(tag -> pendingTags.computeIfPresent(tag, (name, count) -> count == 1 ? null : count - 1));
            anyPending = !pending.isEmpty();
        }
        return there;
    }

    /** Whether one of these tags is pending, so that an entry with it neither comes from the store nor goes there. */
    public boolean concern(Collection<String> tags) {
        return anyPending && anyIsPending(tags);
    }

    private synchronized boolean anyIsPending(Collection<String> tags) {
        return pendingTags.containsKey(everything) || tags.stream().anyMatch(pendingTags::containsKey);
    }

    /** Takes what is to be sent, the oldest first; each must be acknowledged or has failed. */
    synchronized List<OwnRevalidation> takeUnsent() {
        List<OwnRevalidation> unsent = new ArrayList<>(pending);
        unsent.removeIf(own -> own.inFlight);
        unsent.forEach(own -> own.inFlight = true);
        return unsent;
    }

    /** Takes one to be sent at once; {@code false} if it is on its way, or has become part of another. */
    synchronized boolean take(OwnRevalidation own) {
        boolean free = pending.contains(own) && !own.inFlight;
        own.inFlight |= free;
        return free;
    }

    synchronized void failed(OwnRevalidation own) {
        own.inFlight = false;
    }

    /** Its tags are not pending any more. */
    synchronized void acknowledged(OwnRevalidation own, long now) {
        own.inFlight = false;
        own.acknowledged = now;
        if (remove(own)) {
            forgetOld(now);
            recent.add(own);
            recentTags += own.tags.size();
            if (recentTags > maximumTags) {
                replaceRecent(now);
            }
        }
    }

    private void replaceRecent(long now) {
        OwnRevalidation all = new OwnRevalidation(RevalidationMode.EXPIRE, List.of(everything));
        all.acknowledged = now;
        recent.clear();
        recent.add(all);
        recentTags = 1;
    }

    private void forgetOld(long now) {
        while (!recent.isEmpty() && now - recent.peek().acknowledged > replay) {
            recentTags -= recent.poll().tags.size();
        }
    }

    /** R11: what was acknowledged recently may be lost, and is pending again. */
    synchronized void repeat(long now) {
        forgetOld(now);
        List<OwnRevalidation> lost = List.copyOf(recent);
        recent.clear();
        recentTags = 0;
        lost.forEach(this::add);
    }

    synchronized boolean hasUnsent() {
        return anyPending && pending.stream().anyMatch(own -> !own.inFlight);
    }

    /** How many revalidations the store has not acknowledged. */
    synchronized int pending() {
        return pending.size();
    }
}
