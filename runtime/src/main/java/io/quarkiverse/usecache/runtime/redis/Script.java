package io.quarkiverse.usecache.runtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scripts that run in Redis; each file says what it does. */
enum Script {

    PULL("open", "answer", "pull"),
    REVALIDATE("open", "answer", "revalidate"),
    CLEAN("clean"),
    LEASE("lease"),
    RELEASE("release");

    private final String text;
    private final String sha;

    Script(String... files) {
        text = Stream.of(files).map(Script::read).collect(Collectors.joining("\n"));
        sha = digest(text);
    }

    private static String read(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file + ".lua")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return text;
    }

    /** The name by which Redis knows a script it has seen. */
    String sha() {
        return sha;
    }
}
