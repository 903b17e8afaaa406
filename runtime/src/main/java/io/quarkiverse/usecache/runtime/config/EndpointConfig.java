package io.quarkiverse.usecache.runtime.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.WithDefault;

/** The HTTP endpoint. */
public interface EndpointConfig {

    /**
     * The token that callers of the HTTP endpoint send as {@code Authorization: Bearer}, of at least 16 characters.
     * In dev and test mode without a token, calls from the machine itself are accepted.
     * In production without a token, the endpoint refuses calls unless a Quarkus Security policy protects its own path.
     */
    Optional<String> token();

    /**
     * Further tokens, each as good as {@code token}.
     * A token is replaced without a gap by having the old and the new one for a while.
     */
    Optional<List<String>> tokens();

    /**
     * The secret with which senders sign the bodies of their requests to {@code revalidate}, by HMAC with SHA-256, of at
     * least 16 characters.
     * A request without a token is accepted if its signature is that of its body.
     */
    Optional<String> hmacSecret();

    /**
     * The header that has the signature, in hexadecimal or Base64, with or without {@code sha256=} before it.
     */
    @WithDefault("X-Hub-Signature-256")
    String hmacHeader();

    /**
     * The header that has the time stamp of a signature, in seconds or milliseconds since 1970.
     * Then the time stamp, a dot and the body are signed, and no request is accepted twice.
     * If not set, there is no time stamp, and a request that somebody has listened to can be sent again.
     */
    Optional<String> hmacTimestampHeader();

    /**
     * How far the time stamp of a signature may be from the time here.
     */
    @WithDefault("5m")
    Duration hmacTolerance();

    /**
     * Whether a Quarkus Security policy for more than the endpoint's own path opens the endpoint too, such as one for the
     * whole site.
     * Everybody that such a policy lets pass can then list the keys of all entries and clear all caches.
     */
    @WithDefault("false")
    boolean anyPolicy();

    /**
     * Server-sent events of revalidated tags.
     */
    ChangesConfig changes();
}
