package io.quarkiverse.usecache.dev.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.usecache.dev.KeyText;
import io.quarkiverse.usecache.dev.function.FunctionNames;
import io.quarkiverse.usecache.runtime.key.CallKey;
import io.quarkiverse.usecache.runtime.view.LiveEntries;
import io.quarkiverse.usecache.runtime.view.LiveEntry;

/**
 * Names entries to a page and finds them again. An id is made of the key alone: nothing has to be remembered, and it names the
 * entry also after a refresh.
 */
@Singleton
public class EntryIds {

    private static final int DIGEST_BYTES = 8;

    private final LiveEntries live;
    private final FunctionNames names;

    @Inject
    EntryIds(LiveEntries live, FunctionNames names) {
        this.live = live;
        this.names = names;
    }

    String of(LiveEntry entry) {
        return names.of(entry.method()).number() + "-" + hash(entry) + "-" + digest(entry.callKey());
    }

    /** The hash is compared first, so that hardly any text is made. */
    Optional<LiveEntry> find(String id) {
        String[] parts = id == null ? new String[0] : id.split("-");
        if (parts.length != 3) {
            throw new IllegalArgumentException("There is no entry id [" + id + "]. Take one from entries.");
        }
        return live.all()
                .filter(entry -> hash(entry).equals(parts[1]))
                .filter(entry -> of(entry).equals(id)).findFirst();
    }

    private static String hash(LiveEntry entry) {
        return Integer.toHexString(entry.callKey().hashCode());
    }

    /** Of the types as well, for numbers of different types may look alike. */
    private static String digest(CallKey key) {
        StringBuilder text = new StringBuilder(KeyText.of(key));
        key.arguments().forEach(argument -> text.append(argument == null ? null : argument.getClass().getName()));
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
