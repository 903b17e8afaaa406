package io.quarkiverse.usecache.runtime.tag;

/** What a tag may look like, and how many an entry may carry. */
public final class TagRule {

    public static final int MAXIMUM_LENGTH = 256;
    public static final int MAXIMUM_TAGS = 128;

    private TagRule() {
    }

    /** Says what is wrong with a tag, or {@code null} if nothing is. */
    public static String problemWith(String tag) {
        if (tag == null) {
            return "a tag must not be null";
        }
        if (tag.isEmpty()) {
            return "a tag must not be empty";
        }
        if (tag.length() > MAXIMUM_LENGTH) {
            return "a tag must not be longer than " + MAXIMUM_LENGTH + " characters, but [" + tag.substring(0, 32)
                    + "...] has " + tag.length();
        }
        if (hasControlCharacter(tag)) {
            return "a tag must not have control characters, but [" + LogText.of(tag) + "] has";
        }
        return tag.codePoints().anyMatch(TagRule::isUnpaired)
                ? "a tag must not have unpaired surrogates, but [" + LogText.of(tag) + "] has"
                : null;
    }

    /** Half of a character: outside the JVM all of them become one and the same, and with them the tags that have one. */
    public static boolean isUnpaired(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean hasControlCharacter(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            if (Character.isISOControl(tag.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
