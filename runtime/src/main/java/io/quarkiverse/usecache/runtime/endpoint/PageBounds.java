package io.quarkiverse.usecache.runtime.endpoint;

import io.quarkiverse.usecache.runtime.endpoint.message.Arguments;

/**
 * Which part of a list a request may ask for. The bounds are small enough that collecting a page takes little memory.
 */
final class PageBounds {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAXIMUM_LIMIT = 1000;
    private static final int MAXIMUM_OFFSET = 10_000;

    private PageBounds() {
    }

    static int offset(Arguments arguments) {
        return arguments.number("offset", 0, 0, MAXIMUM_OFFSET);
    }

    static int limit(Arguments arguments) {
        return arguments.number("limit", DEFAULT_LIMIT, 1, MAXIMUM_LIMIT);
    }
}
