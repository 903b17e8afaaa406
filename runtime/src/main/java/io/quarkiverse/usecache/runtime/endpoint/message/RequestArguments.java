package io.quarkiverse.usecache.runtime.endpoint.message;

import java.util.Locale;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Finds what a request asks for: in its body if it has one, else in its query. */
public final class RequestArguments {

    private static final char REPLACEMENT = '\ufffd';
    private static final String ENCODED_REPLACEMENT = "%EF%BF%BD";

    private RequestArguments() {
    }

    public static Arguments of(RoutingContext context, Buffer body) {
        QueryArguments query = new QueryArguments(context.queryParams());
        refuseOtherEncodings(context.request().query(), context.queryParams());
        if (body.length() == 0) {
            return query;
        }
        refuseOtherTypes(context.request().getHeader("Content-Type"));
        if (!query.isEmpty()) {
            throw Problem.of(400, "There are a body and query parameters. Use one of the two.");
        }
        return new BodyArguments(JsonText.object(body));
    }

    /** What is not UTF-8 has become the replacement character, and would name another tag than the client means. */
    private static void refuseOtherEncodings(String query, MultiMap decoded) {
        boolean replaced = decoded.entries().stream()
                .anyMatch(entry -> (entry.getKey() + entry.getValue()).indexOf(REPLACEMENT) >= 0);
        if (replaced && !query.toUpperCase(Locale.ROOT).contains(ENCODED_REPLACEMENT)) {
            throw Problem.of(400, "The query is not in UTF-8, as percent-encoded text must be.");
        }
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
