package io.quarkiverse.usecache.runtime.endpoint.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.quarkus.runtime.configuration.ConfigurationException;

/** A token that opens the endpoint. Only its digest is kept. */
final class BearerToken {

    static final String PROPERTY = "quarkus.use-cache.endpoint.token";
    private static final String SCHEME = "Bearer ";
    private static final int MINIMUM_LENGTH = 16;

    private final String property;
    private final byte[] digest;

    /**
     * @param property the property that it comes from
     * @throws ConfigurationException if it is too short or could not be sent in a header
     */
    BearerToken(String property, String token) {
        if (token.length() < MINIMUM_LENGTH) {
            throw new ConfigurationException(property + " has " + token.length() + " characters, but must have at least "
                    + MINIMUM_LENGTH + ". Set a longer one, or remove the property.");
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ConfigurationException(property + " has characters that a Bearer token must not have. "
                    + "Use ASCII letters, digits and punctuation, without blanks.");
        }
        this.property = property;
        this.digest = digest(token);
    }

    /** The property that it comes from. */
    String property() {
        return property;
    }

    /**
     * Whether this is the token, in the same time for every wrong one.
     *
     * @param authorization a value of the header
     */
    boolean matches(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
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
