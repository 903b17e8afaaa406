package io.quarkiverse.usecache.runtime.endpoint.access;

import java.util.Optional;

import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkus.runtime.LaunchMode;

/** Decides who may use the endpoint. What Quarkus Security refuses does not come so far. */
public final class Access {

    private final LaunchMode mode;
    private final Optional<BearerToken> token;
    private final PathPolicies policies;

    public Access(LaunchMode mode, Optional<BearerToken> token, PathPolicies policies) {
        this.mode = mode;
        this.token = token;
        this.policies = policies;
    }

    /** @throws Problem if the caller may not */
    public void check(Peer caller) {
        if (token.isPresent()) {
            checkToken(caller);
        } else if (!policies.restrict(caller.method(), caller.path())) {
            checkMode(caller);
        }
    }

    /** Whether nobody at all may use what is at the path. */
    public boolean closed(String method, String path) {
        return token.isEmpty() && !mode.isDevOrTest() && !policies.restrict(method, path);
    }

    private void checkToken(Peer caller) {
        if (!token.get().matches(caller.authorization())) {
            throw Problem.of(401, "WWW-Authenticate", "Bearer",
                    caller.authorization() == null
                            ? "The request has no token. Send it in the header Authorization: Bearer <token>."
                            : "The request has another token than quarkus.use-cache.endpoint.token. "
                                    + "Send that one in the header Authorization: Bearer <token>.");
        }
    }

    private void checkMode(Peer caller) {
        if (!mode.isDevOrTest()) {
            throw Problem.of(403, "The endpoint is closed in production. Set quarkus.use-cache.endpoint.token, "
                    + "or protect its path with a policy of Quarkus Security.");
        }
        if (!caller.local()) {
            throw Problem.of(403,
                    "In dev and test mode the endpoint is open to the machine itself only, by a loopback address. "
                            + "Set quarkus.use-cache.endpoint.token to use it from elsewhere.");
        }
    }
}
