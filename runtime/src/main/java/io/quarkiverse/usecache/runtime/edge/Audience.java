package io.quarkiverse.usecache.runtime.edge;

import java.util.List;
import java.util.Locale;

import javax.net.ssl.SSLPeerUnverifiedException;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.auth.User;
import io.vertx.ext.web.RoutingContext;

/** For whom an answer is, besides what its cached calls say: it may hold more than they have given. */
final class Audience {

    private static final List<String> OF_USERS = List.of("Cookie", "Proxy-Authorization");
    private static final List<String> NARROW = List.of("no-store", "private");

    private Audience() {
    }

    /**
     * Whether a request may be one of a user's, in whatever way it says so: then no answer to it is ever given again. What else
     * it says is compared.
     */
    static boolean mayBeAUsers(RoutingContext routing) {
        return isOneUser(routing) || OF_USERS.stream().anyMatch(routing.request().headers()::contains)
                || hasCertificate(routing.request());
    }

    private static boolean hasCertificate(HttpServerRequest request) {
        try {
            return request.isSSL() && request.sslSession().getPeerCertificates().length > 0;
        } catch (SSLPeerUnverifiedException none) {
            return false;
        }
    }

    /** Whether the request says who sends it: s-maxage would let caches give the answer to others (RFC 9111, section 3.5). */
    static boolean isOneUser(RoutingContext routing) {
        return routing.request().headers().contains(HttpHeaders.AUTHORIZATION) || isKnown(routing.user());
    }

    private static boolean isKnown(User user) {
        return user != null && !(user instanceof QuarkusHttpUser known && known.getSecurityIdentity().isAnonymous());
    }

    /** Those of Vert.x become headers after all else. */
    private static boolean setsCookies(HttpServerRequest request) {
        return request.cookies().stream().anyMatch(cookie -> cookie instanceof ServerCookie own && own.isChanged());
    }

    /** Whether the application itself keeps the answer from shared caches, or gives a client something of its own. */
    static boolean isNarrowedBy(MultiMap headers, HttpServerRequest request) {
        return headers.contains(HttpHeaders.SET_COOKIE) || setsCookies(request) || "*".equals(headers.get(HttpHeaders.VARY))
                || headers.contains(HttpHeaders.CACHE_CONTROL)
                        && headers.getAll(HttpHeaders.CACHE_CONTROL).stream().map(value -> value.toLowerCase(Locale.ROOT))
                                .anyMatch(value -> NARROW.stream().anyMatch(value::contains));
    }
}
