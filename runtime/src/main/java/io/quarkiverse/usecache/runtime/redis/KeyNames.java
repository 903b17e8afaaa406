package io.quarkiverse.usecache.runtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import io.quarkiverse.usecache.spi.EntryKey;

/**
 * The names of keys in Redis. All applications and versions that name the same tag space share its state and its log, and so
 * see each other's revalidations; entries are of one version of one application. What is in braces decides the slot of a
 * cluster, so that the lease of an entry is where the entry is, and the log where the state is.
 */
public final class KeyNames {

    private static final int LONGEST_TEXT = 200;

    private final String space;
    private final String entries;

    public KeyNames(String prefix, String tagSpace, String application, String version) {
        Map.of("prefix", prefix, "tag-space", tagSpace, "version", version).forEach(KeyNames::check);
        space = prefix + ":{" + tagSpace + "}:";
        entries = prefix + ":" + escaped(application) + ":" + escaped(version) + ":{";
    }

    private static void check(String property, String value) {
        if (value.isBlank() || value.chars().anyMatch(c -> c == '{' || c == '}' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("The value [" + value + "] cannot be part of keys in Redis. Give a text without "
                    + "braces and control characters: quarkus.use-cache.redis." + property);
        }
    }

    String state() {
        return space + "state";
    }

    String log() {
        return space + "log";
    }

    String entry(EntryKey key) {
        return named(key) + ":e";
    }

    String lease(EntryKey key) {
        return named(key) + ":l";
    }

    private String named(EntryKey key) {
        String text = key.text().length() > LONGEST_TEXT ? digest(key.text()) : key.text();
        return entries + escaped(key.cache()) + ":" + text + "}";
    }

    /** So that no name runs into the next, and none has braces. */
    private static String escaped(String name) {
        return name.replace("%", "%25").replace(":", "%3A").replace("{", "%7B").replace("}", "%7D");
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
