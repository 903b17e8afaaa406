package io.quarkiverse.usecache.runtime.endpoint.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import io.netty.util.NetUtil;

/** Recognizes the machine itself, without asking a name server. */
final class Loopback {

    private Loopback() {
    }

    /** @param address a numeric address, or {@code null} if it is not known */
    static boolean isAddress(String address) {
        return address != null && NetUtil.createInetAddressFromIpAddressString(address) != null
                && NetUtil.createInetAddressFromIpAddressString(address).isLoopbackAddress();
    }

    /** @param host the host of a URI: a name or an address, that of IPv6 with or without brackets */
    static boolean isName(String host) {
        return host != null && (host.equalsIgnoreCase("localhost") || host.toLowerCase(Locale.ROOT).endsWith(".localhost")
                || isAddress(host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host));
    }

    /** @param origin the header of that name, which only browsers send, or {@code null} */
    static boolean isOrigin(String origin) {
        try {
            return origin == null || isName(new URI(origin).getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
