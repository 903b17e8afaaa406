package io.quarkiverse.usecache.runtime.edge.header;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The headers that answers can be given. */
public enum EdgeHeader {
    CACHE_TAG("Cache-Tag"),
    SURROGATE_KEY("Surrogate-Key"),
    XKEY("xkey"),
    CACHE_GROUPS("Cache-Groups"),
    CACHE_CONTROL("Cache-Control"),
    CDN_CACHE_CONTROL("CDN-Cache-Control"),
    AGE("Age"),
    CACHE_STATUS("Cache-Status"),
    ETAG("ETag"),
    CACHE_GROUP_INVALIDATION("Cache-Group-Invalidation");

    private final String text;

    EdgeHeader(String text) {
        this.text = text;
    }

    /** As it is written in answers. */
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException if there is no such header; the message names those there are */
    public static EdgeHeader named(String name) {
        return Arrays.stream(values()).filter(header -> header.text.equalsIgnoreCase(name.trim())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("quarkus.use-cache.http.headers [" + name
                        + "] is no header that answers can be given. Name some of "
                        + Arrays.stream(values()).map(EdgeHeader::text).collect(Collectors.joining(", ")) + "."));
    }
}
