package io.quarkiverse.usecache.runtime.shared;

import java.util.List;

import io.quarkiverse.usecache.RevalidationMode;

/** A revalidation that this node has made. Compared by identity; its time is guarded by {@link OwnRevalidations}. */
final class OwnRevalidation {

    final RevalidationMode mode;
    final List<String> tags;
    boolean inFlight;
    /** When the store has acknowledged it, by the ticker. */
    long acknowledged;

    OwnRevalidation(RevalidationMode mode, List<String> tags) {
        this.mode = mode;
        this.tags = tags;
    }
}
