package io.quarkiverse.usecache.runtime.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests texts, each with its length, and numbers, so that no two sequences of them are alike. Not thread-safe. */
final class Fingerprint {

    private final StringBuilder all = new StringBuilder(256);

    Fingerprint add(String text) {
        add(text.length());
        all.append(text);
        return this;
    }

    Fingerprint add(long number) {
        all.append(number).append(';');
        return this;
    }

    byte[] bytes() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
