package io.quarkiverse.usecache.test.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.opentelemetry.api.trace.Tracer;
import io.quarkiverse.usecache.CacheLife;
import io.quarkiverse.usecache.CacheTag;
import io.quarkiverse.usecache.UseCache;
import io.smallrye.mutiny.Uni;

/** Leaves a span of its own in each run. */
@ApplicationScoped
public class Shop {

    @Inject
    Tracer tracer;

    @UseCache("prices")
    @CacheLife(revalidate = "1m", expire = "1h")
    @CacheTag("price:{id}")
    public String price(String id) {
        tracer.spanBuilder("query").startSpan().end();
        if (id.equals("none")) {
            throw new IllegalStateException("none");
        }
        return id;
    }

    @UseCache("prices")
    public Uni<String> later(String id) {
        return Uni.createFrom().item(() -> {
            tracer.spanBuilder("query").startSpan().end();
            return id;
        });
    }
}
