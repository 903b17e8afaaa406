package io.quarkiverse.usecache.runtime.shared.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkiverse.usecache.runtime.life.Life;
import io.quarkiverse.usecache.spi.Position;

/**
 * An entry as other nodes see it.
 *
 * @param position where its load stood in the log
 * @param tags what it carries, its caches' reserved tags included
 * @param earlier those of them that stand for an earlier sequence
 * @param started when its load began, in microseconds of the store's time
 * @param key the whole text of its key
 */
record SharedEntry(Position position, List<String> tags, Map<String, Long> earlier, long started, Life life, String key,
        byte[] value) {

    /**
     * The sequence that each tag stands for.
     *
     * @param everything the tag of all entries of the application, which stands for the earliest
     */
    Map<String, Long> stamps(String everything) {
        Map<String, Long> stamps = tags.stream().collect(Collectors.toMap(tag -> tag, this::sequenceOf, Math::min));
        stamps.put(everything, earlier.values().stream().reduce(position.sequence(), Math::min));
        return stamps;
    }

    private long sequenceOf(String tag) {
        return earlier.getOrDefault(tag, position.sequence());
    }
}
