package io.quarkiverse.usecache.runtime.endpoint.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import io.vertx.core.http.HttpServerRequest;

/** Recognizes requests that a page of another site lets a browser send, with the cookies or the password of its visitor. */
final class ForeignPage {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private ForeignPage() {
    }

    /**
     * What browsers say of the page goes before the names, which differ where a proxy rewrites the host. Only browsers that are
     * old, or pages without TLS, do not say it.
     */
    static boolean sent(HttpServerRequest request) {
        return request.headers().contains(FETCH_SITE) ? !request.headers().getAll(FETCH_SITE).stream().allMatch(OWN::contains)
                : request.headers().getAll("Origin").stream().anyMatch(origin -> !isOf(origin, request));
    }

    /** Whether a browser says that the page is of a site that shares nothing with this one. */
    static boolean ofOtherSite(HttpServerRequest request) {
        return request.headers().getAll(FETCH_SITE).contains("cross-site");
    }

    private static boolean isOf(String origin, HttpServerRequest request) {
        try {
            String authority = new URI(origin).getAuthority();
            return authority != null && request.authority() != null
                    && authority.equalsIgnoreCase(request.authority().toString());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
