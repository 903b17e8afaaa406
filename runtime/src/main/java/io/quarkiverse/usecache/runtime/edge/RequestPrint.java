package io.quarkiverse.usecache.runtime.edge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * What a request asks for: two with the same print have the same method, address and headers, apart from a few that say nothing
 * of what is asked for. Any other may decide what an answer holds, whether the answer says so in {@code Vary} or not: an API
 * key, a tenant, a language.
 */
record RequestPrint(long high, long low) {

    /** Those of conditions, of the connection and of tracing, and what a client is and came through. */
    private static final Set<String> NEUTRAL = Set.of("if-none-match", "if-modified-since", "cache-control", "pragma",
            "connection", "upgrade", "http2-settings", "te", "content-length", "traceparent", "tracestate", "x-request-id",
            "user-agent", "accept-encoding", "x-forwarded-for", "via", "priority");
    private static final String NEUTRAL_PREFIX = "sec-";
    private static final String ENCODING = "accept-encoding";

    /** That of a request, if its answer may be given again to another with the same. */
    static Optional<RequestPrint> of(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean mayBeKnown = (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) && !hasBody(request)
                && !Audience.mayBeAUsers(routing);
        return mayBeKnown ? Optional.of(new RequestPrint(request)) : Optional.empty();
    }

    /** Some clients say of no body that it is empty. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private RequestPrint(HttpServerRequest request) {
        this(print(request));
    }

    private RequestPrint(Fingerprint print) {
        this(print.high(), print.low());
    }

    /** Headers may come in any order; what HTTP/1.1 says of the host is one. */
    private static Fingerprint print(HttpServerRequest request) {
        Fingerprint print = new Fingerprint().add(request.method().name()).add(request.scheme()).add(request.uri());
        if (request.version() == HttpVersion.HTTP_2) {
            print.add(String.valueOf(request.authority()));
        }
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!isNeutral(name)) {
                print.addUnordered(new Fingerprint().add(name).add(header.getValue()));
            }
        }
        return print;
    }

    private static boolean isNeutral(String name) {
        return NEUTRAL.contains(name) || name.startsWith(NEUTRAL_PREFIX);
    }

    /** Whether an answer says that it depends on nothing that prints leave out. */
    static boolean tellsApart(MultiMap answer) {
        return !answer.contains(HttpHeaders.VARY) || answer.getAll(HttpHeaders.VARY).stream()
                .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(","))).map(String::trim)
                .noneMatch(name -> isNeutral(name) && !name.equals(ENCODING));
    }
}
