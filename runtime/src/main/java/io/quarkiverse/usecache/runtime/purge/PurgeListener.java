package io.quarkiverse.usecache.runtime.purge;

/** Is told of what was purged, on the lane of the target, so it has to be quick. Every bean of this type listens. */
public interface PurgeListener {

    /** @param lag from when a tag, or everything, was revalidated here until it was purged, in nanoseconds */
    void purged(String target, long lag);
}
