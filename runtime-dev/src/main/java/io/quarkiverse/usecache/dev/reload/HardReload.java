package io.quarkiverse.usecache.dev.reload;

import java.util.Locale;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.runtime.call.ReloadRequest;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/** Honours {@code Cache-Control: no-cache}, which browsers send with a hard reload. */
@Singleton
public class HardReload implements ReloadRequest {

    private final CurrentVertxRequest request;

    @Inject
    HardReload(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public boolean isPresent() {
        RoutingContext current = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return current != null && current.request().headers().getAll("Cache-Control").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("no-cache"));
    }
}
