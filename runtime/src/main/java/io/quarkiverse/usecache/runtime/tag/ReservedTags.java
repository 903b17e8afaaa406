package io.quarkiverse.usecache.runtime.tag;

/**
 * The tags that make clearing a cache a revalidation like any other, of which other nodes can be told by its name. They begin
 * with a control character, which no tag of the application has.
 */
public final class ReservedTags {

    private static final char MARK = '\u0001';
    private static final String OF_CACHE = MARK + "c:";

    private ReservedTags() {
    }

    /** What every entry of a cache carries, and what is made of such an entry. */
    public static String ofCache(String application, String cache) {
        return OF_CACHE + application + ":" + cache;
    }

    static boolean isReserved(String tag) {
        return tag.charAt(0) == MARK;
    }
}
