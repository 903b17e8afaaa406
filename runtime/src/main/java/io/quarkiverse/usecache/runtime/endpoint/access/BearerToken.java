package io.quarkiverse.usecache.runtime.endpoint.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.quarkus.runtime.configuration.ConfigurationException;

/** The token that opens the endpoint. Only its digest is kept. */
public final class BearerToken {

    private static final String PROPERTY = "quarkus.use-cache.endpoint.token";
    private static final String SCHEME = "Bearer ";
    private static final int MINIMUM_LENGTH = 16;

    private final byte[] digest;

    /** @throws ConfigurationException if it is too short or could not be sent in a header */
    public BearerToken(String token) {
        if (token.length() < MINIMUM_LENGTH) {
            throw new ConfigurationException(PROPERTY + " has " + token.length() + " characters, but must have at least "
                    + MINIMUM_LENGTH + ". Set a longer one, or remove the property.");
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ConfigurationException(PROPERTY + " has characters that a Bearer token must not have. "
                    + "Use ASCII letters, digits and punctuation, without blanks.");
        }
        this.digest = digest(token);
    }

    /**
     * Whether this is the token, in the same time for every wrong one.
     *
     * @param authorization the value of the header, or {@code null}
     */
    public boolean matches(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(digest, digest(authorization.substring(SCHEME.length()).trim()));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one does not.", e);
        }
    }
}
