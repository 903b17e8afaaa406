package io.quarkiverse.usecache.runtime.observability.trace;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.RevalidationMode;
import io.quarkiverse.usecache.runtime.tag.Revalidator.Step;
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
    public Step around(Step step, RevalidationMode mode, List<String> tags) {
        return new TracedStep(step, mode, tags, tracing);
    }
}
