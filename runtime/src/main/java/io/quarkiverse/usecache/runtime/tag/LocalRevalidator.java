package io.quarkiverse.usecache.runtime.tag;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.quarkiverse.usecache.RevalidationMode;

/** Revalidates on this node, which is the only one. */
public final class LocalRevalidator implements Revalidator {

    private static final String PREFIX = "local-";

    private final RevalidationClock clock;

    public LocalRevalidator(RevalidationClock clock) {
        this.clock = clock;
    }

    @Override
    public Step begin(RevalidationMode mode, List<String> tags) {
        return new Step() {
            private volatile long sequence;

            @Override
            public void here() {
                sequence = clock.revalidate(mode, tags);
            }

            @Override
            public CompletionStage<Told> elsewhere() {
                return CompletableFuture.completedStage(new Told(sequence, true, PREFIX + sequence));
            }
        };
    }

    @Override
    public boolean tellsOthers() {
        return false;
    }

    @Override
    public CompletionStage<Boolean> await(String token) {
        return CompletableFuture.completedStage(token.startsWith(PREFIX) && isPast(token.substring(PREFIX.length())));
    }

    private boolean isPast(String sequence) {
        try {
            return Long.parseLong(sequence) <= clock.stamp();
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }
}
