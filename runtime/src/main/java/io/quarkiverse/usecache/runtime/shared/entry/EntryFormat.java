package io.quarkiverse.usecache.runtime.shared.entry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.runtime.tag.LogText;
import io.quarkiverse.usecache.spi.Position;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * An entry as bytes: the length of its header in four bytes, the header as JSON, and the value. Anything else, and what a later
 * version has written, is no entry.
 */
final class EntryFormat {

    private static final Logger LOG = Logger.getLogger(EntryFormat.class);
    private static final int VERSION = 1;
    private static final int LONGEST_GENERATION = 64;

    private final AtomicBoolean warned = new AtomicBoolean();

    byte[] write(SharedEntry entry) {
        JsonObject header = new JsonObject().put("format", VERSION)
                .put("generation", entry.position().generation()).put("sequence", entry.position().sequence())
                .put("started", entry.started())
                .put("life", new JsonArray(List.of(entry.life().stale(), entry.life().revalidate(), entry.life().expire())))
                .put("key", entry.key()).put("tags", new JsonArray(entry.tags()));
        if (!entry.earlier().isEmpty()) {
            header.put("earlier", new JsonObject(new HashMap<>(entry.earlier())));
        }
        byte[] json = header.encode().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + json.length + entry.value().length).putInt(json.length).put(json)
                .put(entry.value()).array();
    }

    /** Empty if it is no entry, or that of another key whose digest is the same. */
    Optional<SharedEntry> read(byte[] bytes, String key) {
        try {
            return Optional.of(parse(ByteBuffer.wrap(bytes))).filter(entry -> entry.key().equals(key));
        } catch (RuntimeException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warnf("An entry of the shared store cannot be read, and is taken for none: [%s]. The key is [%s]. Another "
                        + "version, or something else, writes under these keys. This is logged once.", e, LogText.of(key));
            }
            return Optional.empty();
        }
    }

    private static SharedEntry parse(ByteBuffer bytes) {
        byte[] json = new byte[Math.min(Math.max(bytes.getInt(), 0), bytes.remaining())];
        bytes.get(json);
        JsonObject header = new JsonObject(new String(json, StandardCharsets.UTF_8));
        require(header.getInteger("format", 0) == VERSION, "its format is not " + VERSION);
        byte[] value = new byte[bytes.remaining()];
        bytes.get(value);
        return new SharedEntry(position(header), texts(header.getJsonArray("tags")), earlier(header),
                number(header.getLong("started")), life(header.getJsonArray("life")), text(header.getString("key")), value);
    }

    private static Position position(JsonObject header) {
        String generation = text(header.getString("generation"));
        require(!generation.isEmpty() && generation.length() <= LONGEST_GENERATION, "its generation is none");
        return new Position(generation, number(header.getLong("sequence")));
    }

    private static List<String> texts(JsonArray array) {
        require(array != null, "it has no tags");
        return array.stream().map(text -> text((String) text)).toList();
    }

    private static Map<String, Long> earlier(JsonObject header) {
        Map<String, Long> earlier = new HashMap<>();
        JsonObject all = header.getJsonObject("earlier", new JsonObject());
        all.fieldNames().forEach(tag -> earlier.put(tag, number(all.getLong(tag))));
        return earlier;
    }

    private static Life life(JsonArray array) {
        require(array != null && array.size() == 3, "it has no life");
        return new Life(number(array.getLong(0)), number(array.getLong(1)), number(array.getLong(2)));
    }

    private static long number(Long number) {
        require(number != null && number >= 0, "a number is missing or negative");
        return number;
    }

    private static String text(String text) {
        require(text != null, "a text is missing");
        return text;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
