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
        return hasControlCharacter(tag)
                ? "a tag must not have control characters, but [" + escaped(tag) + "] has"
                : null;
    }

    private static boolean hasControlCharacter(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            if (Character.isISOControl(tag.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Keeps a control character from breaking the line, or the log, that shows it. */
    private static String escaped(String tag) {
        StringBuilder text = new StringBuilder();
        tag.chars().forEach(c -> text.append(Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c)));
        return text.toString();
    }
}
