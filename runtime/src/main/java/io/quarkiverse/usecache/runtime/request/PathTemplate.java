package io.quarkiverse.usecache.runtime.request;

import io.vertx.core.Context;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;

/** What metrics and traces call the path of a request. Quarkus REST says it, in the context of the request. */
public final class PathTemplate {

    private static final String NAME = "UrlPathTemplate";

    private PathTemplate() {
    }

    /** @return {@code null} if nobody has said it */
    public static String of(RoutingContext routing) {
        return context(routing).getLocal(NAME);
    }

    /** For a request that does not come to Quarkus REST. */
    public static void set(RoutingContext routing, String template) {
        if (template != null) {
            context(routing).putLocal(NAME, template);
        }
    }

    private static Context context(RoutingContext routing) {
        return ((HttpServerRequestInternal) routing.request()).context();
    }
}
