package io.quarkiverse.usecache.spi;

import io.vertx.ext.web.RoutingContext;

/**
 * Decides which tags a client may be told of, by {@code GET changes} of the HTTP endpoint. An application gives a CDI bean of
 * this type, and it is asked instead of {@code quarkus.use-cache.endpoint.changes.tags}. Those that the rules of the endpoint
 * refuse never come to it.
 */
@FunctionalInterface
public interface WatchCheck {

    /**
     * Called once for each tag that a request names, on the event loop: it must not block, and may be called by several
     * threads. What it throws refuses the request.
     *
     * @param request the client's, whose user is known if Quarkus Security has found out who it is
     * @param tag a tag, or the beginning of tags, followed by a star; a star alone if the request names none
     * @return whether the client may be told of this tag, or of all that begin so
     */
    boolean mayWatch(RoutingContext request, String tag);
}
