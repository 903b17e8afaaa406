package io.quarkiverse.usecache.runtime.observability.trace;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.Revalidator;
import io.quarkiverse.usecache.runtime.tag.RevalidatorLayer;

/** Has revalidations leave spans. */
@Singleton
public class TracedRevalidations implements RevalidatorLayer {

    private final Tracing tracing;

    @Inject
    TracedRevalidations(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public Revalidator over(Revalidator revalidator) {
        return new Revalidator() {
            @Override
            public Step begin(RevalidationMode mode, List<String> tags) {
                return new TracedStep(revalidator.begin(mode, tags), mode, tags, tracing);
            }

            @Override
            public boolean tellsOthers() {
                return revalidator.tellsOthers();
            }

            @Override
            public List<String> tagsOfEverything(List<String> ofCaches) {
                return revalidator.tagsOfEverything(ofCaches);
            }

            @Override
            public CompletionStage<Boolean> await(String token) {
                return revalidator.await(token);
            }
        };
    }
}
