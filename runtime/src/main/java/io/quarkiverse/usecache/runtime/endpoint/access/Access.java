package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.function.Supplier;

import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** Decides whether a caller may use the endpoint. Requests that Quarkus Security refuses never reach it. */
public final class Access {

    private final LaunchMode mode;
    private final BearerTokens tokens;
    private final Signatures signatures;
    private final PathPolicies policies;

    public Access(LaunchMode mode, BearerTokens tokens, Signatures signatures, PathPolicies policies) {
        this.mode = mode;
        this.tokens = tokens;
        this.signatures = signatures;
        this.policies = policies;
    }

    /**
     * @return the identity that the caller has proved
     * @throws Problem if the caller may not use it
     */
    public String check(Peer caller) {
        return audited(caller, () -> identity(caller));
    }

    /** Whether a request that has no token has a signature instead, which needs its body. */
    public boolean isSigned(Peer caller, MultiMap headers) {
        return caller.authorizations().isEmpty() && signatures.isIn(headers);
    }

    /**
     * The same for a request with a signature.
     *
     * @throws Problem if it is not that of the body
     */
    public String checkSignature(Peer caller, MultiMap headers, Buffer body) {
        return audited(caller, () -> signatures.check(headers, body));
    }

    private static String audited(Peer caller, Supplier<String> check) {
        try {
            return check.get();
        } catch (Problem refusal) {
            Audit.refused(caller, refusal);
            throw refusal;
        }
    }

    /** Whether no caller at all may use what is at the path. */
    public boolean closed(String method, String path) {
        return tokens.isEmpty() && !signatures.areAccepted() && !mode.isDevOrTest() && !policies.restrict(method, path);
    }

    private String identity(Peer caller) {
        if (!tokens.isEmpty()) {
            return checkToken(caller);
        }
        if (policies.restrict(caller.method(), caller.path())) {
            checkPage(caller);
        } else {
            checkMode(caller);
        }
        return caller.name();
    }

    private String checkToken(Peer caller) {
        String token = tokens.find(caller.authorizations());
        if (token == null) {
            throw Problem.of(401, "WWW-Authenticate", "Bearer",
                    caller.authorizations().isEmpty()
                            ? "The request has no token. Send it in the header Authorization: Bearer <token>."
                            : "The request has another token than those of quarkus.use-cache.endpoint.token and tokens. "
                                    + "Send one of them in the header Authorization: Bearer <token>.");
        }
        return token;
    }

    /** A browser adds cookies and passwords to the requests of any page, but a token only the page itself can add. */
    private static void checkPage(Peer caller) {
        if (caller.foreignPage()) {
            throw Problem.of(403,
                    "A page of another site has sent this request, and could do so without its visitor's consent. "
                            + "Send it from a page of this application or without a browser, "
                            + "or set quarkus.use-cache.endpoint.token and send that.");
        }
    }

    private void checkMode(Peer caller) {
        if (!mode.isDevOrTest()) {
            throw Problem.of(403, "The endpoint is closed in production. Set quarkus.use-cache.endpoint.token, or protect "
                    + "the endpoint's own path with a policy of Quarkus Security; one for the whole site does not open it.");
        }
        if (!caller.local()) {
            throw Problem.of(403,
                    "In dev and test mode the endpoint is open to the machine itself only: by a loopback address, "
                            + "without a proxy, and not from another site's page. "
                            + "Set quarkus.use-cache.endpoint.token to use it from elsewhere.");
        }
    }
}
