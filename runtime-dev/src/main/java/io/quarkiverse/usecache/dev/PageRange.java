package io.quarkiverse.usecache.dev;

import java.util.List;

/**
 * Which part of a list is asked for.
 *
 * @param limit at least 1
 */
public record PageRange(int offset, int limit) {

    private static final int USUAL_LIMIT = 50;
    private static final int GREATEST_LIMIT = 1000;

    /** The range that a caller asks for; a number that it does not give is {@code null}. */
    public static PageRange of(Integer offset, Integer limit) {
        return new PageRange(offset == null ? 0 : Math.max(0, offset),
                limit == null || limit < 1 ? USUAL_LIMIT : Math.min(limit, GREATEST_LIMIT));
    }

    public <T> List<T> cut(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(from + limit, all.size()));
    }
}
