package io.quarkiverse.usecache.runtime.endpoint.message;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Finds what a request asks for: in its body if it has one, else in its query. */
public final class RequestArguments {

    private RequestArguments() {
    }

    public static Arguments of(RoutingContext context, Buffer body) {
        QueryArguments query = new QueryArguments(context.queryParams());
        if (body.length() == 0) {
            return query;
        }
        refuseOtherTypes(context.request().getHeader("Content-Type"));
        if (!query.isEmpty()) {
            throw Problem.of(400, "There are a body and query parameters. Use one of the two.");
        }
        return new BodyArguments(JsonText.object(body));
    }

    /** Parameters such as {@code charset} have no effect: JSON is in UTF-8, see RFC 8259, section 11. */
    private static void refuseOtherTypes(String contentType) {
        if (contentType == null || !contentType.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
            throw Problem.of(415, "Accept", "application/json", "The body must be of type application/json, but is of "
                    + (contentType == null ? "none" : "[" + Shown.text(contentType) + "]")
                    + ". Send the header Content-Type: application/json.");
        }
    }
}
