package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.List;
import java.util.stream.Stream;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * What is known of the sender of a request.
 *
 * @param name that of the user, if Quarkus Security found one
 * @param address that of the other end of the connection, or of the client if Quarkus is told to trust a proxy
 * @param local whether the request comes from this machine
 * @param foreignPage whether a page of another site lets a browser send it
 * @param authorizations the values of the header, which may be there twice
 */
public record Peer(String method, String path, String name, String address, boolean local, boolean foreignPage,
        List<String> authorizations) {

    public static Peer of(RoutingContext context) {
        HttpServerRequest request = context.request();
        return new Peer(request.method().name(), context.normalizedPath(), name(context),
                String.valueOf(request.remoteAddress()), local(request), ForeignPage.sent(request),
                request.headers().getAll("Authorization"));
    }

    private static String name(RoutingContext context) {
        String name = context.user() == null ? null : context.user().principal().getString("username");
        return name == null || name.isEmpty() ? "anonymous" : name;
    }

    /**
     * A proxy can say that it forwards a request of this machine, therefore the connection is asked as well. A web page that
     * is not of this machine, or whose name is made to point to it, can let a browser of this machine send a request, therefore
     * the names are asked as well.
     */
    private static boolean local(HttpServerRequest request) {
        return Stream.of(request.remoteAddress(), request.connection().remoteAddress()).allMatch(Peer::local)
                && request.authority() != null && Loopback.isName(request.authority().host())
                && Loopback.isOrigin(request.getHeader("Origin"))
                && !ForeignPage.ofOtherSite(request) && !Forwarding.isIn(request.headers());
    }

    private static boolean local(SocketAddress address) {
        return address != null && (address.isDomainSocket() || Loopback.isAddress(address.hostAddress()));
    }
}
