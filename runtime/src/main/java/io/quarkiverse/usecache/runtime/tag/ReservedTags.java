package io.quarkiverse.usecache.runtime.tag;

/**
 * The tags that make clearing a cache a revalidation like any other, of which other nodes can be told by its name. They begin
 * with a control character, which no tag of the application has.
 */
public final class ReservedTags {

    private static final char MARK = '\u0001';
    private static final String OF_CACHE = MARK + "c:";
    private static final String OF_KEY = MARK + "k:";
    private static final String OF_ALL = MARK + "a:";

    private ReservedTags() {
    }

    /** What every entry of a cache carries, and what is made of such an entry. */
    public static String ofCache(String application, String cache) {
        return OF_CACHE + application + ":" + cache;
    }

    /** What an entry of a cache carries whose keys are revalidated one by one. */
    public static String ofKey(String application, String cache, String key) {
        return OF_KEY + application + ":" + cache + ":" + key;
    }

    /** What every entry of the application is checked against that comes from a shared store. */
    public static String ofAll(String application) {
        return OF_ALL + application;
    }

    /** Whether it clears a cache, or all of them. */
    public static boolean isOfCaches(String tag) {
        return tag.startsWith(OF_CACHE) || tag.startsWith(OF_ALL);
    }

    public static boolean isReserved(String tag) {
        return !tag.isEmpty() && tag.charAt(0) == MARK;
    }
}
