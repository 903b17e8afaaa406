package io.quarkiverse.usecache.spi;

import java.util.List;

import io.quarkiverse.usecache.RevalidationMode;

/** One revalidation in the log. */
public record LogEntry(long sequence, RevalidationMode mode, List<String> tags) {

    public LogEntry {
        tags = List.copyOf(tags);
    }
}
