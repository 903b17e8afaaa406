package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.stream.Stream;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * What is known of who sent a request.
 *
 * @param local whether the request comes from this machine
 * @param authorization the header, or {@code null}
 */
public record Peer(String method, String path, boolean local, String authorization) {

    public static Peer of(RoutingContext context) {
        HttpServerRequest request = context.request();
        return new Peer(request.method().name(), context.normalizedPath(), local(request),
                request.getHeader("Authorization"));
    }

    /**
     * A proxy can say that it forwards a request of this machine, therefore the connection is asked as well. A web page that
     * is not of this machine, or whose name is made to point to it, can let a browser of this machine send a request, therefore
     * the names are asked as well.
     */
    private static boolean local(HttpServerRequest request) {
        return Stream.of(request.remoteAddress(), request.connection().remoteAddress()).allMatch(Peer::local)
                && request.authority() != null && Loopback.isName(request.authority().host())
                && Loopback.isOrigin(request.getHeader("Origin"));
    }

    private static boolean local(SocketAddress address) {
        return address != null && (address.isDomainSocket() || Loopback.isAddress(address.hostAddress()));
    }
}
