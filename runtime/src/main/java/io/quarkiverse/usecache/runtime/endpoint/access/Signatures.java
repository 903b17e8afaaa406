package io.quarkiverse.usecache.runtime.endpoint.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkiverse.usecache.runtime.config.EndpointConfig;
import io.quarkiverse.usecache.runtime.endpoint.message.Problem;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * Opens the endpoint to a sender that cannot send a token but signs the body of what it sends, as webhooks do: HMAC with
 * SHA-256, in hexadecimal or Base64. Where the sender has a time stamp, that is signed too, and no request is good twice.
 */
public final class Signatures {

    private static final String PROPERTY = "quarkus.use-cache.endpoint.hmac-secret";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "sha256=";
    private static final int MINIMUM_LENGTH = 16;
    private static final int MOST_REMEMBERED = 100_000;
    /** In seconds it would be the year 5138. */
    private static final long FIRST_IN_MILLIS = 100_000_000_000L;

    /** None are accepted. */
    static final Signatures NONE = new Signatures(null, "", null, Duration.ZERO, Clock.systemUTC());

    private final byte[] secret;
    private final String header;
    private final String timestampHeader;
    private final Duration tolerance;
    private final Clock clock;
    private final ConcurrentMap<ByteBuffer, Boolean> seen;

    /**
     * @param secret {@code null} if none are accepted
     * @param timestampHeader {@code null} if senders have none
     * @param tolerance how far a time stamp may be from the clock
     */
    Signatures(String secret, String header, String timestampHeader, Duration tolerance, Clock clock) {
        this.secret = secret == null ? null : checked(secret);
        this.header = header;
        this.timestampHeader = timestampHeader;
        this.tolerance = tolerance;
        this.clock = clock;
        this.seen = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(tolerance.multipliedBy(2))
                .<ByteBuffer, Boolean> build().asMap();
    }

    /** @throws ConfigurationException if the secret is too short */
    public static Signatures of(EndpointConfig config) {
        return new Signatures(config.hmacSecret().orElse(null), config.hmacHeader(),
                config.hmacTimestampHeader().orElse(null), config.hmacTolerance(), Clock.systemUTC());
    }

    private static byte[] checked(String secret) {
        if (secret.length() < MINIMUM_LENGTH) {
            throw new ConfigurationException(PROPERTY + " has " + secret.length() + " characters, but must have at least "
                    + MINIMUM_LENGTH + ". Set a longer one, there and at the sender, or remove the property.");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    boolean areAccepted() {
        return secret != null;
    }

    /** Whether a request has what might be a signature. */
    boolean isIn(MultiMap headers) {
        return areAccepted() && headers.contains(header);
    }

    /** @throws Problem if the signature is not that of the body, or was used before */
    String check(MultiMap headers, Buffer body) {
        byte[] sent = decoded(headers.get(header).trim());
        String timestamp = timestampHeader == null ? null : timestamp(headers);
        if (!MessageDigest.isEqual(signature(timestamp, body), sent)) {
            throw refused("The signature in the header " + header + " is not that of the body. Sign "
                    + (timestamp == null ? "the body's bytes" : "the time stamp, a dot and the body's bytes")
                    + " with HMAC-SHA-256 and the secret in " + PROPERTY + ".");
        }
        if (timestamp != null) {
            requireNew(timestamp, sent);
        }
        return PROPERTY;
    }

    private String timestamp(MultiMap headers) {
        String timestamp = headers.get(timestampHeader);
        if (timestamp == null || !timestamp.matches("[0-9]{1,15}")) {
            throw refused("The request has no time stamp. Send the seconds since 1970 in the header " + timestampHeader + ".");
        }
        return timestamp;
    }

    /** It is looked at when the signature is known to be good, so that nobody else can fill the memory. */
    private void requireNew(String timestamp, byte[] signature) {
        long number = Long.parseLong(timestamp);
        long millis = number < FIRST_IN_MILLIS ? number * 1_000 : number;
        if (Math.abs(clock.millis() - millis) > tolerance.toMillis()) {
            throw refused("The time stamp in the header " + timestampHeader + " is more than " + tolerance.toSeconds()
                    + " s away from the time here. Sign the request when it is sent, and set the clocks of both sides.");
        }
        if (seen.putIfAbsent(ByteBuffer.wrap(signature), true) != null) {
            throw refused("The request was sent before. Sign each one with a time stamp of its own.");
        }
    }

    private byte[] signature(String timestamp, Buffer body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            if (timestamp != null) {
                mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            }
            return mac.doFinal(body.getBytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ", but this one does not.", e);
        }
    }

    /** What is neither hexadecimal nor Base64 equals no signature. */
    private static byte[] decoded(String text) {
        String signature = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        try {
            return signature.matches("[0-9a-fA-F]{64}") ? HexFormat.of().parseHex(signature)
                    : Base64.getDecoder().decode(signature.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Problem refused(String detail) {
        return Problem.of(401, "WWW-Authenticate", "Bearer", detail);
    }
}
