package io.quarkiverse.usecache.runtime.event;

import io.quarkiverse.usecache.TagsRevalidated;

/**
 * Is told of revalidations, of this node and of others, when they have taken effect here. It is told on the thread that
 * revalidates, so it has to be quick. Every bean of this type listens.
 */
public interface RevalidationListener {

    void revalidated(TagsRevalidated event);

    /** This node does not know any more what other nodes have revalidated, and has dropped everything. */
    void lostTrack();
}
