package io.quarkiverse.usecache.runtime.observability.trace;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.load.Source;
import io.quarkiverse.usecache.runtime.method.CachedMethod;

/** Has all loads leave spans. */
@Singleton
public class TracedSources implements Source.Layer {

    private final Tracing tracing;

    @Inject
    TracedSources(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public Source over(Source source, CachedMethod method) {
        return new TracedSource(source, method, tracing, null);
    }
}
