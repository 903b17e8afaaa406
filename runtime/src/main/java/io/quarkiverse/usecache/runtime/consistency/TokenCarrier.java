package io.quarkiverse.usecache.runtime.consistency;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * Where requests bring a token, and answers carry one.
 *
 * @param cookieSeconds for how long a client keeps it: after that all nodes have come so far
 */
record TokenCarrier(Optional<String> header, Optional<String> cookie, long cookieSeconds) {

    /** Those that a request brings, with whatever a client has written there. */
    List<String> read(RoutingContext routing) {
        return Stream.concat(header.map(name -> routing.request().getHeader(name)).stream(),
                cookie.map(name -> routing.request().getCookie(name)).map(Cookie::getValue).stream()).distinct().toList();
    }

    void write(RoutingContext routing, String token) {
        header.ifPresent(name -> routing.response().putHeader(name, token));
        cookie.ifPresent(name -> routing.response().addCookie(Cookie.cookie(name, token).setPath("/").setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX).setSecure(routing.request().isSSL()).setMaxAge(cookieSeconds)));
    }
}
