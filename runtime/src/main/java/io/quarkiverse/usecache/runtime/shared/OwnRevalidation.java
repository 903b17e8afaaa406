package io.quarkiverse.usecache.runtime.shared;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;

/** A revalidation that this node has made. Compared by identity; its time is guarded by {@link OwnRevalidations}. */
final class OwnRevalidation {

    final RevalidationMode mode;
    final List<String> tags;
    /** What became of it when it was first sent, by whoever sent it. */
    final CompletableFuture<Told> told = new CompletableFuture<>();
    boolean inFlight;
    /** When the store has acknowledged it, by the ticker. */
    long acknowledged;

    OwnRevalidation(RevalidationMode mode, List<String> tags) {
        this.mode = mode;
        this.tags = tags;
    }
}
