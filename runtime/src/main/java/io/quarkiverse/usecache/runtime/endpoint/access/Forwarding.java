package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.Locale;
import java.util.Set;

import io.vertx.core.MultiMap;

/** Recognizes requests that a proxy or a tunnel forwards: the connection is local then, and the client may be anywhere. */
final class Forwarding {

    private static final String PREFIX = "x-forwarded";
    private static final Set<String> NAMES = Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip",
            "x-original-forwarded-for", "x-original-host", "x-envoy-external-address", "true-client-ip", "cf-connecting-ip",
            "fastly-client-ip");

    private Forwarding() {
    }

    static boolean isIn(MultiMap headers) {
        return headers.names().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith(PREFIX) || NAMES.contains(name));
    }
}
