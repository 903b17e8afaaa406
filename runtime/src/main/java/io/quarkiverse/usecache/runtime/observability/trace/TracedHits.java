package io.quarkiverse.usecache.runtime.observability.trace;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.quarkiverse.usecache.runtime.event.CacheListener;
import io.quarkiverse.usecache.runtime.event.StoredValue;
import io.quarkiverse.usecache.runtime.key.CallKey;

/** Counts hits in the span that they are part of. A bean only where that is wanted, because it costs each hit. */
@Singleton
public class TracedHits implements CacheListener {

    private static final AttributeKey<Long> HITS = AttributeKey.longKey("use_cache.hits");
    private static final AttributeKey<Long> STALE_HITS = AttributeKey.longKey("use_cache.stale_hits");

    @Override
    public void hit(CallKey key, StoredValue entry) {
        count(HITS);
    }

    @Override
    public void staleHit(CallKey key, StoredValue entry) {
        count(STALE_HITS);
    }

    /** Several threads may work for one span. */
    private static void count(AttributeKey<Long> hits) {
        Span span = Span.current();
        if (span.isRecording() && span instanceof ReadableSpan readable) {
            synchronized (span) {
                Long before = readable.getAttribute(hits);
                span.setAttribute(hits, before == null ? 1 : before + 1);
            }
        }
    }
}
