package io.quarkiverse.usecache.spi;

/**
 * Up to where a log is applied.
 *
 * @param generation the identity of the number space, at most 64 letters, digits and hyphens; empty for none
 * @param sequence the number of the last revalidation in it
 */
public record Position(String generation, long sequence) {

    /** Of a node that knows nothing yet. */
    public static final Position NONE = new Position("", 0);
}
