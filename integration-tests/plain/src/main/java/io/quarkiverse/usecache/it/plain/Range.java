package io.quarkiverse.usecache.it.plain;

/** From {@code from}, and up to but without {@code limit}. */
public record Range(int from, int limit) {
}
