package io.quarkiverse.usecache.runtime.purge;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.ReservedTags;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Told;
import io.quarkiverse.usecache.runtime.tag.RevalidatorLayer;

/**
 * Has caches outside purge what this node revalidates, when the other nodes have been told, or could not be for now: after that
 * an answer that is fetched anew is new. Innermost, so that all others see its time as part of telling.
 */
@Singleton
@Priority(Integer.MAX_VALUE)
public class PurgingRevalidations implements RevalidatorLayer {

    private final PurgeTargets targets;

    @Inject
    PurgingRevalidations(PurgeTargets targets) {
        this.targets = targets;
    }

    @Override
    public Step around(Step step, RevalidationMode mode, List<String> tags) {
        return targets.areAny() ? new PurgingStep(step, mode, tags, targets) : step;
    }

    private record PurgingStep(Step step, RevalidationMode mode, List<String> tags, PurgeTargets targets) implements Step {

        @Override
        public void here() {
            step.here();
        }

        @Override
        public CompletionStage<Told> elsewhere() {
            return step.elsewhere().thenApply(told -> {
                purge(told.sequence());
                return told;
            });
        }

        private void purge(long sequence) {
            targets.revalidated(mode, tags.stream().filter(tag -> !ReservedTags.isReserved(tag)).toList(), sequence);
            if (tags.stream().anyMatch(ReservedTags::isOfCaches)) {
                targets.cleared();
            }
        }
    }
}
