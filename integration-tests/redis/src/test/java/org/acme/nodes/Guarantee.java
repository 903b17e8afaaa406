package org.acme.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised: G1 for the node on which a revalidation returned, and, when that was propagated, G2 for all nodes once a
 * lease has passed. All times are those of one monotonic clock.
 */
final class Guarantee {

    /** @param sharedFrom from when on it holds everywhere; {@link Long#MAX_VALUE} for never */
    private record Revalidated(String node, long began, long returned, long sharedFrom) {
        boolean binds(String caller, boolean shared, long callBegan) {
            return node.equals(caller) && callBegan > returned || shared && callBegan > sharedFrom;
        }
    }

    private final long lease;
    private final Map<String, List<Revalidated>> byTag = new HashMap<>();

    Guarantee(long lease) {
        this.lease = lease;
    }

    void revalidated(String node, String tag, long began, long returned, boolean propagated) {
        add(tag, new Revalidated(node, began, returned, propagated ? returned + lease : Long.MAX_VALUE));
    }

    /** All nodes have heard of it, though that was not known when it returned. */
    void propagatedLater(String tag, long began, long heard) {
        add(tag, new Revalidated("", began, Long.MAX_VALUE, heard + lease));
    }

    private void add(String tag, Revalidated one) {
        byTag.computeIfAbsent(tag, each -> new ArrayList<>()).add(one);
    }

    /**
     * What is wrong with a call that was given a result with this tag.
     *
     * @param shared whether its cache is in the shared store; G2 holds for those
     */
    Optional<String> violation(String node, boolean shared, long callBegan, String tag, long loadBegan) {
        for (Revalidated one : byTag.getOrDefault(tag, List.of())) {
            if (one.began() > loadBegan && one.binds(node, shared, callBegan)) {
                return Optional
                        .of("A call on %s at %d was given a result of a load at %d with tag %s, which was revalidated: %s"
                                .formatted(node, callBegan, loadBegan, tag, one));
            }
        }
        return Optional.empty();
    }
}
